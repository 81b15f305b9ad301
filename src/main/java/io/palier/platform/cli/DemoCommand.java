package io.palier.platform.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A world to look around in: sample companies and people, on this machine only. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Start with the sample world, on this machine only.")
final class DemoCommand implements Callable<Integer> {
    private final Class<?> application;

    @Option(names = "--port", defaultValue = "8080", description = "Port to listen on (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--data", description = "Data directory (default: palier/demo in your data folder).")
    private @Nullable Path data;

    DemoCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        return new Server(application, "demo", "127.0.0.1", port, data).run();
    }
}
