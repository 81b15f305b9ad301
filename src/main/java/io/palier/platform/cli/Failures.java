package io.palier.platform.cli;

import io.palier.platform.StartRefused;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** What a failed start means to the person at the keyboard: one sentence. */
final class Failures {

    private Failures() {}

    static String sentence(Throwable failure, @Nullable Path log) {
        return causes(failure)
                .map(Failures::known)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> "Palier cannot start: " + lastMessage(failure)
                        + (log == null ? "." : "; " + log + " has the details."));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }

    private static Optional<String> known(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case StartRefused refused -> refused.getMessage();
                    case PortInUseException inUse -> portInUse(inUse.getPort());
                    case FlywayValidateException other ->
                        "The database was written by another version of Palier and this one cannot read it; start that"
                                + " version, or name another directory with --data.";
                    default -> null;
                });
    }

    static String portInUse(int port) {
        return "Port " + port + " is in use by another program; stop it, or choose another with --port.";
    }

    private static String lastMessage(Throwable failure) {
        var last = causes(failure).reduce((first, second) -> second).orElse(failure);
        String message = last.getMessage();
        return message == null
                ? last.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }
}
