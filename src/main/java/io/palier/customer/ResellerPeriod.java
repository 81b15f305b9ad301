package io.palier.customer;

import io.palier.organization.OrganizationId;
import io.palier.shared.Period;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which a reseller looked after a customer.
 *
 * @param delegated with the administration of the customer's users
 * @param setBy name of the organization that decided it
 * @param endedBy name of the organization that ended it; null while open
 */
public record ResellerPeriod(
        OrganizationId reseller,
        String resellerName,
        boolean delegated,
        Period period,
        String why,
        String setBy,
        @Nullable String endedWhy,
        @Nullable String endedBy) {}
