package io.palier.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Where the first term of a new subscription can end before it is over, together with something else.
 *
 * @param at the first instant after the term
 * @param subscriptions those that end then; empty for the end of a calendar month
 */
public record CommonEnd(Instant at, List<SubscriptionId> subscriptions) {

    public boolean isOfMonth() {
        return subscriptions.isEmpty();
    }

    /** The day people name it by, in UTC: the last of a month, or the one on which the others end. */
    public LocalDate day() {
        var day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        return isOfMonth() ? day.minusDays(1) : day;
    }
}
