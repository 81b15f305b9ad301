package io.palier.subscription;

import io.palier.shared.Period;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which an organization was partner of record or support contact.
 *
 * @param setBy name of the organization that decided it
 * @param endedBy name of the organization that ended it; null while open
 */
public record AssociationPeriod(
        String organization,
        Period period,
        String why,
        String setBy,
        @Nullable String endedBy) {}
