package io.palier.subscription;

import io.palier.catalog.Offer;
import io.palier.organization.OrganizationId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that an order opens.
 *
 * @param titleFr the offer's title in French; {@code offer} has the English one
 * @param reseller partner of record; null for the provider itself
 * @param base what an add-on belongs to; null for others
 * @param firstEnd when the first term ends early, and all others from then on end too; null for a whole one
 */
public record NewSubscription(
        SubscriptionId id,
        Offer offer,
        String titleFr,
        int quantity,
        @Nullable OrganizationId reseller,
        @Nullable Base base,
        @Nullable Instant firstEnd) {

    /** The day its terms are counted from. */
    public Instant original(Instant now) {
        if (base != null) {
            return base.original();
        }
        return firstEnd == null ? now : firstEnd;
    }

    /** How many days of the whole term the first one has; empty for all. */
    public Optional<FirstDays> firstDays(Instant now) {
        if (firstEnd == null) {
            return Optional.empty();
        }
        var whole = new Anniversaries(now).after(now, offer.term());
        return Optional.of(new FirstDays(days(now, firstEnd), days(now, whole)));
    }

    /** Days of a first term that ends early, of so many. */
    public record FirstDays(int days, int of) {}

    private static int days(Instant from, Instant to) {
        var start = from.atOffset(ZoneOffset.UTC).toLocalDate();
        return Math.max(1, (int)
                ChronoUnit.DAYS.between(start, to.atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    /** When its first term ends. */
    public Instant end(Instant now) {
        if (offer.trial()) {
            return now.plus(SubscriptionView.TRIAL);
        }
        return base == null ? new Anniversaries(original(now)).after(now, offer.term()) : base.end(offer.term(), now);
    }
}
