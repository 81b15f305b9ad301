package io.palier.platform.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A message as the operator sees it: links are not in the text.
 *
 * @param attempts how often sending was tried
 * @param problem why the last attempt failed
 */
@NamedInterface("mail")
public record OutboxRow(
        UUID id,
        Instant queuedAt,
        String recipient,
        String subject,
        String text,
        State state,
        int attempts,
        @Nullable Instant sentAt,
        @Nullable String problem) {

    /** What became of it. */
    public enum State {
        QUEUED,
        SENT,
        FAILED
    }
}
