package io.palier.application;

import io.palier.shared.TypedId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of an application's secrets, which itself cannot be shown again.
 *
 * @param hint its first characters, to tell it from another
 */
public record SecretView(
        Id id,
        String hint,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    /** Identifies a secret. */
    public record Id(UUID value) implements TypedId {

        @Override
        public String toString() {
            return value.toString();
        }
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
