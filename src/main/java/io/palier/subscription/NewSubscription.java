package io.palier.subscription;

import io.palier.catalog.Offer;
import io.palier.organization.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that an order opens.
 *
 * @param offer with the price now, title in English
 * @param titleFr the title in French
 * @param reseller partner of record; null for the provider itself
 */
public record NewSubscription(
        SubscriptionId id,
        Offer offer,
        String titleFr,
        int quantity,
        @Nullable OrganizationId reseller) {}
