package io.palier.platform.cli;

import io.palier.platform.StartRefused;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Reads the command line and runs its verb. */
public final class CommandLineStart {

    private CommandLineStart() {}

    @Command(
            name = "palier",
            mixinStandardHelpOptions = true,
            version = "Palier 0.1",
            description = "A self-hosted partner center for two-tier cloud distribution.",
            synopsisSubcommandLabel = "(demo | serve)")
    private static final class Root {}

    /**
     * Runs a verb.
     *
     * @param application the Spring application to start
     * @return 0 when it runs or has ended well, 1 when it was refused, 2 for a command line that cannot be read
     */
    public static int run(Class<?> application, String... args) {
        var line = new CommandLine(new Root())
                .addSubcommand(new DemoCommand(application))
                .addSubcommand(new ServeCommand(application))
                .setExecutionExceptionHandler((problem, command, parsed) -> refused(problem, command.getErr()));
        if (args.length == 0) {
            line.usage(line.getOut());
            return 0;
        }
        return line.execute(args);
    }

    private static int refused(Exception problem, PrintWriter err) throws Exception {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                err.println("Palier: " + refused.getMessage());
                err.flush();
                return 1;
            }
        }
        throw problem;
    }
}
