package io.palier.subscription;

import io.palier.catalog.Term;
import java.time.Instant;

/**
 * The subscription an add-on belongs to. The add-on's terms end on the base's days, and never after the base.
 *
 * @param original when the base's first term began
 * @param endsAt when its present term ends
 */
public record Base(SubscriptionId id, Instant original, Instant endsAt) {

    /** A base that begins now. */
    public static Base beginning(SubscriptionId id, Term term, Instant now) {
        return new Base(id, now, new Anniversaries(now).after(now, term));
    }

    /** A base that begins now and whose first term ends early. */
    public static Base ending(SubscriptionId id, Instant end) {
        return new Base(id, end, end);
    }

    /** When the term of an add-on ends that begins now; a base whose term is just over is about to begin the next. */
    public Instant end(Term term, Instant now) {
        var own = new Anniversaries(original).after(now, term);
        return own.isBefore(endsAt) || !endsAt.isAfter(now) ? own : endsAt;
    }
}
