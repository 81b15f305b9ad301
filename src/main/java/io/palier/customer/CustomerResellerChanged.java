package io.palier.customer;

import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Another reseller, or none, looks after a customer now. */
public record CustomerResellerChanged(
        RelationshipId relationship,
        OrganizationId provider,
        OrganizationId customer,
        @Nullable OrganizationId before,
        @Nullable OrganizationId after,
        Instant at)
        implements DomainEvent {}
