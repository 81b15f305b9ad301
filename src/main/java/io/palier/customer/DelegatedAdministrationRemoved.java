package io.palier.customer;

import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer took the administration of its users back from a partner. */
public record DelegatedAdministrationRemoved(
        RelationshipId relationship,
        OrganizationId provider,
        OrganizationId customer,
        @Nullable OrganizationId reseller,
        Instant at)
        implements DomainEvent {}
