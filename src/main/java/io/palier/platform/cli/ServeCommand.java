package io.palier.platform.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            description = "Address of this machine to listen on (default: all with --tls, 127.0.0.1 for plain http).")
    private @Nullable String host;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory (default: palier/serve in ~/.local/share).")
    private Path data;

    @Option(
            names = "--sandbox",
            description = "Create an installation for trying things out: its clock can be moved. It stays one.")
    private boolean sandbox;

    @Mixin
    private final TlsOptions tls = new TlsOptions();

    ServeCommand(Path data) {
        this.data = data;
    }

    StartOptions options() {
        var https = tls.tls();
        return new StartOptions(data, sandbox ? "sandbox" : "production", host(https), port, https, "palier");
    }

    /** Passwords and tokens travel in clear over plain http, so it leaves this machine only when told to. */
    private String host(@Nullable Tls https) {
        if (host != null) {
            return host;
        }
        return https == null ? "127.0.0.1" : "0.0.0.0";
    }
}
