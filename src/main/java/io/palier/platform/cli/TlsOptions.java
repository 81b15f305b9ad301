package io.palier.platform.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code serve} and {@code demo} about https; any of them switches it on. */
final class TlsOptions {

    @Option(
            names = "--tls",
            description = "Answer https instead of http, with a certificate made for development unless one is given.")
    private boolean wanted;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description = "Certificate in PEM, followed by those that signed it.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "The certificate's private key in PEM.")
    private @Nullable Path key;

    @Option(
            names = "--tls-name",
            paramLabel = "NAME",
            arity = "1..*",
            description = "Further host names or addresses in the certificate made for development.")
    private List<String> names = List.of();

    /** Null for plain http. */
    @Nullable
    Tls tls() {
        boolean given = certificate != null || key != null;
        return wanted || given || !names.isEmpty() ? new Tls(certificate, key, names) : null;
    }
}
