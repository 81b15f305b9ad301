package io.palier.order;

import io.palier.catalog.AvailabilityId;
import io.palier.organization.OrganizationId;
import io.palier.subscription.SubscriptionId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted.
 *
 * @param quantity licenses, within the offer's limits
 * @param reseller partner of record of the new subscription; null for the provider itself
 * @param parent the subscription that an add-on is for; null for what is ordered with it, or what the customer has
 * @param endsOn the day on which the first term is to end, in UTC; null for a whole term
 */
public record OrderLine(
        AvailabilityId offer,
        int quantity,
        @Nullable OrganizationId reseller,
        @Nullable SubscriptionId parent,
        @Nullable LocalDate endsOn) {

    public OrderLine(AvailabilityId offer, int quantity, @Nullable OrganizationId reseller) {
        this(offer, quantity, reseller, null, null);
    }
}
