package io.palier.customer;

import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A provider and a customer parted.
 *
 * @param by the organization that ended it
 */
public record RelationshipRemoved(
        RelationshipId relationship,
        OrganizationId provider,
        OrganizationId customer,
        @Nullable OrganizationId reseller,
        OrganizationId by,
        Instant at)
        implements DomainEvent {}
