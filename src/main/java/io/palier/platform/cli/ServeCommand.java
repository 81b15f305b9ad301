package io.palier.platform.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The real thing: starts empty and asks for its operator at the first run. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Start empty, or with the data there is.")
final class ServeCommand implements Callable<Integer> {
    private final Class<?> application;

    @Option(names = "--port", defaultValue = "8080", description = "Port to listen on (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--host", defaultValue = "0.0.0.0", description = "Address to listen on (${DEFAULT-VALUE}).")
    private String host = "0.0.0.0";

    @Option(names = "--data", description = "Data directory (default: palier/serve in your data folder).")
    private @Nullable Path data;

    @Option(names = "--sandbox", description = "A sandbox: its clock can be moved and customers deleted.")
    private boolean sandbox;

    ServeCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        return new Server(application, sandbox ? "sandbox" : "production", host, port, data).run();
    }
}
