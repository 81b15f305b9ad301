package io.palier.customer;

import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A provider and a customer parted. */
public record RelationshipRemoved(
        RelationshipId relationship,
        OrganizationId provider,
        OrganizationId customer,
        @Nullable OrganizationId reseller,
        Instant at)
        implements DomainEvent {}
