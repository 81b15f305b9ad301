package io.palier.platform.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code palier serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs an installation; the first start shows a link to set it up.",
            "",
            "The data is kept in an embedded PostgreSQL, or in an external one (15 or newer) when"
                    + " PALIER_DATABASE_URL, PALIER_DATABASE_USER and PALIER_DATABASE_PASSWORD are set.",
            ""
        })
final class ServeCommand {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:PALIER_PORT:-8080}",
            description = "Port to listen on (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "0.0.0.0",
            description = "Address of this machine to listen on (default: all).")
    private String host = "0.0.0.0";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory (default: palier/serve in ~/.local/share).")
    private Path data;

    @Option(
            names = "--sandbox",
            description = "Create an installation for trying things out: its clock can be moved. It stays one.")
    private boolean sandbox;

    ServeCommand(Path data) {
        this.data = data;
    }

    StartOptions options() {
        return new StartOptions(data, sandbox ? "sandbox" : "production", host, port, "palier");
    }
}
