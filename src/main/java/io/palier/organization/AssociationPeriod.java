package io.palier.organization;

import io.palier.shared.Period;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which an organization stood somewhere: as a customer's reseller, a subscription's partner of
 * record, its support contact.
 *
 * @param why it began; may be empty
 * @param setBy name of the organization that decided it
 * @param endedWhy why it ended; null while open, may be empty
 * @param endedBy name of the organization that ended it; null while open
 */
public record AssociationPeriod(
        OrganizationId organization,
        String name,
        Period period,
        String why,
        String setBy,
        @Nullable String endedWhy,
        @Nullable String endedBy) {}
