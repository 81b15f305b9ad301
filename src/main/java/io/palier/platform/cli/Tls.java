package io.palier.platform.cli;

import io.palier.platform.StartRefused;
import io.palier.platform.TimeConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * How https is answered.
 *
 * @param certificate the operator's own, in PEM; null for one made for development
 * @param key its private key
 * @param names further host names of the one made for development
 */
record Tls(@Nullable Path certificate, @Nullable Path key, List<String> names) {
    /** Setting that holds the path of the certificate in use. */
    static final String CERTIFICATE = "palier.tls.certificate";

    /** Setting that says whether it was made for development. */
    static final String DEVELOPMENT = "palier.tls.development";

    private static final String KEYSTORE = "spring.ssl.bundle.pem.palier.keystore.";

    /** @throws StartRefused for options that do not go together */
    Tls {
        if ((certificate == null) != (key == null)) {
            throw new StartRefused("--tls-certificate and --tls-key go together.");
        }
        if (certificate != null && !names.isEmpty()) {
            throw new StartRefused("--tls-name is for the certificate that Palier makes itself; yours has its names.");
        }
        names.forEach(DevelopmentCertificate::checkName);
    }

    /**
     * The settings of the web server; makes the development certificate if there is none that fits.
     *
     * @throws StartRefused for files that cannot be read or hold something else
     */
    Map<String, Object> settings(Path dataDirectory) {
        if (certificate != null && key != null) {
            return settings(certificate(certificate), key(key), false);
        }
        var made = DevelopmentCertificate.in(dataDirectory.resolve("tls"), names, TimeConfiguration.systemTime());
        return settings(made.certificate(), made.key(), true);
    }

    private static Map<String, Object> settings(Path certificate, Path key, boolean development) {
        var settings = new HashMap<String, Object>();
        settings.put("server.ssl.bundle", "palier");
        settings.put(KEYSTORE + "certificate", certificate.toUri().toString());
        settings.put(KEYSTORE + "private-key", key.toUri().toString());
        settings.put(KEYSTORE + "verify-keys", true);
        settings.put(CERTIFICATE, certificate.toString());
        settings.put(DEVELOPMENT, development);
        return settings;
    }

    private static Path certificate(Path file) {
        try {
            read(file).getCertificates();
            return file.toAbsolutePath();
        } catch (IllegalStateException | IllegalArgumentException unusable) {
            throw new StartRefused(file + " holds no certificate in PEM.", unusable);
        }
    }

    private static Path key(Path file) {
        try {
            if (read(file).getPrivateKey() != null) {
                return file.toAbsolutePath();
            }
        } catch (IllegalStateException | IllegalArgumentException unusable) {
            throw new StartRefused(noKey(file), unusable);
        }
        throw new StartRefused(noKey(file));
    }

    private static String noKey(Path file) {
        return file + " holds no private key in PEM that opens without a password.";
    }

    private static PemContent read(Path file) {
        try {
            return PemContent.load(file);
        } catch (IOException unreadable) {
            throw new StartRefused("Palier cannot read " + file + ".", unreadable);
        }
    }
}
