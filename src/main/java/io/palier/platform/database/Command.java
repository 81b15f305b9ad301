package io.palier.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Runs one of PostgreSQL's programs to its end, as a user that PostgreSQL accepts. */
record Command(int exit, String output) {

    private static final String ROOT = "root";

    static Command run(Path workingDirectory, List<String> command) throws IOException {
        var builder = new ProcessBuilder(unprivileged(command))
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().keySet().removeIf(Command::misleads);
        var process = builder.start();
        try (var output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), text.strip());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IOException(command.getFirst() + " was interrupted", interrupted);
        }
    }

    /** PostgreSQL refuses root; in a user namespace of its own the same user has another number and no privileges. */
    private static List<String> unprivileged(List<String> command) {
        if (!runsAsRoot()) {
            return command;
        }
        var wrapped = new ArrayList<>(List.of("unshare", "--user"));
        wrapped.addAll(command);
        return wrapped;
    }

    static boolean runsAsRoot() {
        return ROOT.equals(System.getProperty("user.name"));
    }

    /** Whether this system lets root start PostgreSQL; always true for others. */
    static boolean mayRunPostgres() {
        if (!runsAsRoot()) {
            return true;
        }
        try {
            var probe = new ProcessBuilder("unshare", "--user", "true")
                    .redirectErrorStream(true)
                    .start();
            probe.getInputStream().readAllBytes();
            return probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean misleads(String variable) {
        String name = variable.toUpperCase(Locale.ROOT);
        return name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG") || name.equals("LANGUAGE");
    }

    /** The last line that says what went wrong, for a sentence. */
    static String lastComplaint(String output) {
        return output.lines()
                .filter(line -> line.contains("FATAL") || line.contains("error:") || line.contains("PANIC"))
                .reduce((first, second) -> second)
                .orElse(output.lines().reduce((first, second) -> second).orElse("no message"))
                .strip();
    }

    static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
