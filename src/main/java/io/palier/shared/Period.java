package io.palier.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A half-open stretch of time.
 *
 * @param from the first instant that belongs to it
 * @param to the first instant after it; null while it is open
 */
public record Period(Instant from, @Nullable Instant to) {

    public Period {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A period cannot end before it starts");
        }
    }

    public static Period since(Instant from) {
        return new Period(from, null);
    }

    public boolean isOpen() {
        return to == null;
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && (to == null || instant.isBefore(to));
    }
}
