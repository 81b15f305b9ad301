package io.palier.support.rest;

import io.palier.api.Fault;
import io.palier.support.RequestStatus;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A status as the contract has it, in its order; {@code none} means that none is named. */
enum WireStatus {
    NONE,
    OPEN,
    CLOSED,
    ATTENTION_NEEDED;

    static WireStatus of(RequestStatus status) {
        return valueOf(status.name());
    }

    static @Nullable RequestStatus read(@Nullable WireStatus sent) {
        return sent == null || sent == NONE ? null : RequestStatus.valueOf(sent.name());
    }

    /** The status that a filter names, in any case and with or without {@code _}. */
    static @Nullable RequestStatus named(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT).replace("_", "");
        return Arrays.stream(values())
                .filter(status ->
                        status.name().toLowerCase(Locale.ROOT).replace("_", "").equals(wanted))
                .findFirst()
                .map(WireStatus::read)
                .orElseThrow(() -> new Fault(Fault.Code.UNKNOWN_VALUE, "There is no such status.", text));
    }
}
