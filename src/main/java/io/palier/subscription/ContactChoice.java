package io.palier.subscription;

import io.palier.organization.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to choose from as support contact or partner of record.
 *
 * @param reasonKey message key of why it cannot be chosen; null if it can
 */
public record ContactChoice(
        OrganizationId id,
        String name,
        String locationPartnerId,
        @Nullable String reasonKey) {

    public boolean isEligible() {
        return reasonKey == null;
    }
}
