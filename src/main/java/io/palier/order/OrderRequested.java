package io.palier.order;

import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;

/** Somebody asks for what the provider has to approve. */
public record OrderRequested(
        OrderRequestId request,
        RelationshipId relationship,
        OrganizationId provider,
        OrganizationId askedFor,
        Instant at)
        implements DomainEvent {}
