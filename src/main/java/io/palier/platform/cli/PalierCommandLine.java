package io.palier.platform.cli;

import io.palier.platform.StartRefused;
import io.palier.platform.Verb;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What {@code ./palier} understands: {@code serve}, {@code demo}, and the verbs that modules add. */
public final class PalierCommandLine {

    private static final int FAILED = 1;
    // The script starts Palier once for Java to remember the classes that a start needs.
    private static final String STOP_WHEN_READY = "palier.stop-when-ready";
    private static final String DATA = "--data";

    private final Class<?> application;
    private final Map<String, String> environment;
    private final CommandLine root;

    /**
     * @param application the Spring Boot class
     * @param environment the process's environment variables
     */
    public PalierCommandLine(Class<?> application, Map<String, String> environment) {
        this.application = application;
        this.environment = environment;
        this.root = new CommandLine(new Root());
        root.getCommandSpec().versionProvider(version());
        root.addSubcommand(new ServeCommand(defaultData("serve")));
        root.addSubcommand(new DemoCommand(defaultData("demo")));
        ServiceLoader.load(Verb.class).forEach(this::add);
        root.setExecutionStrategy(this::execute);
    }

    @Command(
            name = "palier",
            mixinStandardHelpOptions = true,
            description = "A self-hosted partner center for two-tier cloud distribution.",
            synopsisSubcommandLabel = "VERB",
            footer = {"", "'palier VERB --help' explains a verb."})
    private static final class Root {}

    private IVersionProvider version() {
        String version = application.getPackage().getImplementationVersion();
        return () -> new String[] {"Palier " + (version == null ? "(unreleased)" : version)};
    }

    private Path defaultData(String verb) {
        return environmentPath("PALIER_HOME")
                .or(() -> environmentPath("XDG_DATA_HOME").map(data -> data.resolve("palier")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share", "palier"))
                .resolve(verb);
    }

    private Optional<Path> environmentPath(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    private void add(Verb verb) {
        var command = CommandSpec.forAnnotatedObject(verb);
        command.mixinStandardHelpOptions(true);
        command.addOption(OptionSpec.builder(DATA)
                .type(Path.class)
                .paramLabel("DIR")
                .defaultValue(defaultData("serve").toString())
                .description("Data directory (default: ${DEFAULT-VALUE}).")
                .build());
        var parent = verb.group().isEmpty() ? root : group(verb.group());
        parent.addSubcommand(new CommandLine(command));
    }

    private CommandLine group(String name) {
        var known = root.getSubcommands().get(name);
        if (known != null) {
            return known;
        }
        var group = new CommandLine(CommandSpec.create().name(name).mixinStandardHelpOptions(true));
        root.addSubcommand(name, group);
        return group;
    }

    /**
     * Does what the arguments say; for {@code serve} and {@code demo} that ends with the process.
     *
     * @return the exit code: 0 if it worked, 1 with one sentence on the error stream if it did not, 2 for arguments
     *     nobody understands
     */
    public int run(String... arguments) {
        return root.execute(arguments);
    }

    private int execute(ParseResult parsed) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        var last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        var command = last.commandSpec().commandLine();
        return switch (last.commandSpec().userObject()) {
            case ServeCommand serve -> stay(serve.options(), command);
            case DemoCommand demo -> stay(demo.options(), command);
            case Verb verb -> run(verb, data(last), command);
            case null, default -> {
                command.usage(command.getOut());
                yield CommandLine.ExitCode.USAGE;
            }
        };
    }

    private static Path data(ParseResult parsed) {
        return parsed.commandSpec().findOption(DATA).getValue();
    }

    /** Starts and answers until the process is told to stop. */
    private int stay(StartOptions options, CommandLine console) {
        var palier = new RunningPalier(options);
        stopWithTheProcess(palier, console.getOut());
        var context = start(palier, console);
        if (context.isEmpty()) {
            return FAILED;
        }
        new Greeting(console.getOut(), context.get(), options).print();
        ConsoleFilter.open();
        if (Boolean.getBoolean(STOP_WHEN_READY)) {
            palier.close();
        } else {
            awaitTheEnd();
        }
        return CommandLine.ExitCode.OK;
    }

    private int run(Verb verb, Path data, CommandLine console) {
        String name = "palier-" + console.getCommandName();
        var palier = new RunningPalier(new StartOptions(data, null, "127.0.0.1", null, null, name));
        stopWithTheProcess(palier, null);
        try (palier) {
            var context = start(palier, console);
            return context.isEmpty() ? FAILED : verb.run(context.get(), console.getOut());
        } catch (StartRefused refused) {
            console.getErr().println(refused.getMessage());
            return FAILED;
        } finally {
            console.getOut().flush();
        }
    }

    private Optional<ConfigurableApplicationContext> start(RunningPalier palier, CommandLine console) {
        try {
            return Optional.of(palier.start(application, environment));
        } catch (RuntimeException | LinkageError failure) {
            palier.close();
            console.getErr().println(Failures.sentence(failure, palier.log()));
            return Optional.empty();
        }
    }

    private static void stopWithTheProcess(RunningPalier palier, @Nullable PrintWriter out) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (out != null && palier.isOpen()) {
                                out.println("\nPalier is stopping.");
                                out.flush();
                            }
                            palier.close();
                        },
                        "stop"));
    }

    private static void awaitTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
