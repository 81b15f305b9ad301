package io.palier.support.rest;

import io.palier.support.Severity;
import org.jspecify.annotations.Nullable;

/** A severity as the contract has it, in its order; {@code unknown} means that none is named. */
enum WireSeverity {
    UNKNOWN,
    CRITICAL,
    MODERATE,
    MINIMAL;

    static WireSeverity of(Severity severity) {
        return valueOf(severity.name());
    }

    static @Nullable Severity read(@Nullable WireSeverity sent) {
        return sent == null || sent == UNKNOWN ? null : Severity.valueOf(sent.name());
    }
}
