package io.palier.partner.rest;

import io.palier.api.Attributes;
import io.palier.organization.OrganizationId;
import io.palier.partner.PartnershipRow;
import org.jspecify.annotations.Nullable;

/**
 * A partner, seen from the caller (accounts contract 3).
 *
 * @param mpnId the location partner id
 * @param location ISO 3166-1 alpha-2
 */
record PartnerRelationshipJson(
        OrganizationId id,
        String name,
        RelationshipType relationshipType,
        String state,
        @Nullable String mpnId,
        String location,
        Attributes attributes) {

    /** What the caller is to the partner, in the contract's order. */
    enum RelationshipType {
        IS_INDIRECT_RESELLER_OF,
        IS_INDIRECT_CLOUD_SOLUTION_PROVIDER_OF
    }

    static PartnerRelationshipJson of(PartnershipRow row, RelationshipType type) {
        return new PartnerRelationshipJson(
                row.partner(),
                row.name(),
                type,
                "Active",
                row.locationPartnerId(),
                row.country(),
                Attributes.of("PartnerRelationship"));
    }
}
