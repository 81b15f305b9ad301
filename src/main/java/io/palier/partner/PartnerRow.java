package io.palier.partner;

import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import org.jspecify.annotations.Nullable;

/**
 * A provider or reseller in the operator's list.
 *
 * @param sortName what the list is sorted by
 */
public record PartnerRow(
        OrganizationId id,
        OrganizationKind kind,
        String name,
        String sortName,
        String country,
        @Nullable String locationPartnerId,
        boolean active) {}
