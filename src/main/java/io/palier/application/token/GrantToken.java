package io.palier.application.token;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A token of a grant as kept.
 *
 * @param hash of the token
 * @param isOver whether it was used up or ended
 */
record GrantToken(String hash, UUID grant, Kind kind, Instant issuedAt, Instant expiresAt, boolean isOver)
        implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What a token is for. */
    enum Kind {
        STATE("state"),
        CODE("code"),
        DEVICE_CODE("device_code"),
        USER_CODE("user_code"),
        REFRESH("refresh_token");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        boolean isOf(String tokenType) {
            return type.equals(tokenType);
        }

        /** Codes and refresh tokens are used up by those they are for; who comes later with one found it elsewhere. */
        boolean isStolenIfShownAgain() {
            return this == CODE || this == REFRESH;
        }
    }
}
