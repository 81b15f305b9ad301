package io.palier.platform.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code palier demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a sample world to look at: providers, resellers, customers, and people to sign in as.",
            "",
            "It listens on this machine only and keeps its data in a database of its own.",
            ""
        })
final class DemoCommand {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:PALIER_PORT:-8080}",
            description = "Port to listen on (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory (default: palier/demo in ~/.local/share).")
    private Path data;

    @Mixin
    private final TlsOptions tls = new TlsOptions();

    DemoCommand(Path data) {
        this.data = data;
    }

    StartOptions options() {
        return new StartOptions(data, "demo", "127.0.0.1", port, tls.tls(), "palier");
    }
}
