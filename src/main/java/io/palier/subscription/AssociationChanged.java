package io.palier.subscription;

import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Another partner of record or support contact stands at a subscription now. */
public record AssociationChanged(
        SubscriptionId subscription,
        RelationshipId relationship,
        OrganizationId provider,
        OrganizationId customer,
        Association kind,
        @Nullable OrganizationId before,
        @Nullable OrganizationId after,
        Instant at)
        implements DomainEvent {}
