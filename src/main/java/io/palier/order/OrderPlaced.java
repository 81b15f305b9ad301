package io.palier.order;

import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/** An order was placed and its subscriptions opened. */
public record OrderPlaced(
        OrderId order,
        String number,
        RelationshipId relationship,
        OrganizationId provider,
        OrganizationId customer,
        OrganizationId placedFor,
        List<OrganizationId> resellers,
        int lines,
        Instant at)
        implements DomainEvent {}
