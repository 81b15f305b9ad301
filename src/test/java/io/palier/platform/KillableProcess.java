package io.palier.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Java process of its own on a data directory, which a test may kill as hard as a power cut does. */
public final class KillableProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final Path data;

    private KillableProcess(Process process, Path data) {
        this.process = process;
        this.output = process.inputReader();
        this.data = data;
    }

    /**
     * Starts a class of the test classpath; its error stream joins its output.
     *
     * @param arguments what {@code main} gets; those that begin with {@code -D} go to Java
     */
    public static KillableProcess start(Path data, Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(
                Stream.of(arguments).filter(text -> text.startsWith("-D")).toList());
        command.add(main.getName());
        command.addAll(
                Stream.of(arguments).filter(text -> !text.startsWith("-D")).toList());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PALIER_"));
        return new KillableProcess(builder.start(), data);
    }

    /** The next line it prints, or null when it has ended. */
    public @Nullable String line() throws IOException {
        return output.readLine();
    }

    /** Everything it still prints, until it ends. */
    public String rest() {
        return String.join("\n", output.lines().toList());
    }

    /** Waits for its end. */
    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** Kills the Java process alone; its database lives on without it. */
    public void killJava() {
        // Unlike Process, the handle leaves the pipe open: what was printed before the blow can still be read.
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    /** Kills the Java process and every process of its database with the signal that nobody can catch. */
    public void killEverything() throws IOException {
        var postgres = postgres();
        process.toHandle().destroyForcibly();
        postgres.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        postgres.forEach(ended -> ended.onExit().join());
    }

    /** Tells the Java process to stop in good order. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** The server process and its children, as they are now. */
    public List<ProcessHandle> postgres() throws IOException {
        Path file = data.resolve("postgres/data/postmaster.pid");
        if (!Files.exists(file)) {
            return List.of();
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(pid).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            killEverything();
        }
    }
}
