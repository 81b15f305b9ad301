package io.palier.subscription.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a subscription's timeline yet to be written.
 *
 * @param kind the audit kind, such as {@code subscription.suspended}
 * @param before in English where it is text
 * @param beforeFr in French; null where it is the same
 */
public record Change(
        Instant at,
        String kind,
        @Nullable String before,
        @Nullable String after,
        @Nullable String beforeFr,
        @Nullable String afterFr) {

    static Change of(Instant at, String kind, @Nullable Object before, @Nullable Object after) {
        return new Change(at, kind, text(before), text(after), null, null);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
