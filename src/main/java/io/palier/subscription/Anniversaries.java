package io.palier.subscription;

import io.palier.catalog.Term;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The days on which terms end: always counted from the original day, never from the day before, so that what began on
 * 31 January ends on 28 February and then on 31 March (design, Time). UTC.
 *
 * @param original when the first whole term began, or will
 */
public record Anniversaries(Instant original) {

    /** The end of the term of this length that is running at an instant, at most one term before the original day. */
    public Instant after(Instant instant, Term term) {
        var first = original.atZone(ZoneOffset.UTC);
        long terms = ChronoUnit.MONTHS.between(first, instant.atZone(ZoneOffset.UTC)) / term.months();
        var end = first.plusMonths(terms * term.months());
        while (!end.toInstant().isAfter(instant)) {
            terms++;
            end = first.plusMonths(terms * term.months());
        }
        return end.toInstant();
    }
}
