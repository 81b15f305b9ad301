package io.palier.order;

import io.palier.catalog.AvailabilityId;
import io.palier.organization.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted.
 *
 * @param quantity licenses, within the offer's limits
 * @param reseller partner of record of the new subscription; null for the provider itself
 */
public record OrderLine(
        AvailabilityId offer, int quantity, @Nullable OrganizationId reseller) {}
