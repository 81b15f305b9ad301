package io.palier.customer;

import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer accepted or declined a request for a relationship. */
public record RelationshipRequestAnswered(
        UUID request,
        OrganizationId provider,
        @Nullable OrganizationId reseller,
        OrganizationId customer,
        String customerName,
        boolean accepted,
        Instant at)
        implements DomainEvent {}
