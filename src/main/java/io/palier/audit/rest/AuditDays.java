package io.palier.audit.rest;

import io.palier.api.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The days that the log is read for, both included. Who goes on by a token alone goes on with the same days.
 *
 * @param start at most 90 days back
 */
record AuditDays(LocalDate start, LocalDate end) {
    private static final int LONGEST = 90;
    private static final int USUAL = 30;
    private static final Pattern KEPT = Pattern.compile("startDate=([0-9-]{10})&endDate=([0-9-]{10})");

    /**
     * What was asked for; else what a token kept; else the last 30 days.
     *
     * @throws Fault 400, for what is no day and for more than 90 days back
     */
    static AuditDays of(@Nullable String startDate, @Nullable String endDate, String kept, LocalDate today) {
        var before = KEPT.matcher(kept);
        boolean goesOn = before.matches();
        var start =
                day(startDate, goesOn ? before.group(1) : today.minusDays(USUAL).toString());
        if (start.isBefore(today.minusDays(LONGEST + 1))) {
            throw new Fault(Fault.Code.INVALID_INPUT, "The log is read 90 days back at most.", "startDate");
        }
        return new AuditDays(
                start, day(endDate, goesOn ? before.group(2) : today.plusDays(1).toString()));
    }

    private static LocalDate day(@Nullable String sent, String otherwise) {
        var text = sent == null || sent.isBlank() ? otherwise : sent;
        return AuditDates.read(text).orElseThrow(() -> new Fault(Fault.Code.INVALID_INPUT, "This is no date.", text));
    }

    Instant from() {
        return start.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Exclusive. */
    Instant to() {
        return end.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** As it stands in addresses. */
    @Override
    public String toString() {
        return "startDate=" + start + "&endDate=" + end;
    }
}
