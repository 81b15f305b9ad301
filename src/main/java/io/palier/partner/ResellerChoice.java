package io.palier.partner;

import io.palier.organization.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * A reseller to choose from a list.
 *
 * @param locationPartnerId empty if it has none
 * @param eligible whether it may take part in new business now
 * @param reasonKey message key of why not; null if it is eligible
 */
public record ResellerChoice(
        OrganizationId id,
        String name,
        String locationPartnerId,
        boolean eligible,
        @Nullable String reasonKey) {}
