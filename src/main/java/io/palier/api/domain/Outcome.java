package io.palier.api.domain;

import org.jspecify.annotations.Nullable;

/**
 * How a request was answered.
 *
 * @param location the header {@code Location}; null if there is none
 * @param body JSON as sent, empty for none; for an answer that held credentials, what is left of it after they are forgotten
 * @param secret the whole body of an answer that held credentials; null for all others, and once they are forgotten
 */
public record Outcome(
        int status,
        @Nullable String location,
        String body,
        @Nullable String secret) {

    public boolean isSuccess() {
        return status < 400;
    }

    /** What a repeated request is answered with. */
    public String answer() {
        return secret == null ? body : secret;
    }
}
