package io.palier.customer;

import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer was added. */
public record CustomerAdded(
        RelationshipId relationship,
        OrganizationId provider,
        OrganizationId customer,
        @Nullable OrganizationId reseller,
        Instant at)
        implements DomainEvent {}
