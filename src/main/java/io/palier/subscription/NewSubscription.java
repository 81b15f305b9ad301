package io.palier.subscription;

import io.palier.catalog.Offer;
import io.palier.organization.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that an order opens.
 *
 * @param titleFr the offer's title in French; {@code offer} has the English one
 * @param reseller partner of record; null for the provider itself
 * @param base what an add-on belongs to; null for others
 */
public record NewSubscription(
        SubscriptionId id,
        Offer offer,
        String titleFr,
        int quantity,
        @Nullable OrganizationId reseller,
        @Nullable Base base) {

    /** The day its terms are counted from. */
    public Instant original(Instant now) {
        return base == null ? now : base.original();
    }

    /** When its first term ends. */
    public Instant end(Instant now) {
        if (offer.trial()) {
            return now.plus(SubscriptionView.TRIAL);
        }
        return base == null ? new Anniversaries(now).after(now, offer.term()) : base.end(offer.term(), now);
    }
}
