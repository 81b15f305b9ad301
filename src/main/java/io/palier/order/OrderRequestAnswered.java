package io.palier.order;

import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request was approved or refused. */
public record OrderRequestAnswered(
        OrderRequestId request,
        RelationshipId relationship,
        OrganizationId provider,
        OrganizationId askedFor,
        boolean approved,
        @Nullable String reason,
        Instant at)
        implements DomainEvent {}
