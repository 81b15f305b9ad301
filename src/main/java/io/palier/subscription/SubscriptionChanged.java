package io.palier.subscription;

import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;

/** A subscription was changed: {@code kind} is the audit kind, such as {@code subscription.suspended}. */
public record SubscriptionChanged(
        SubscriptionId subscription,
        RelationshipId relationship,
        OrganizationId provider,
        OrganizationId customer,
        String kind,
        Instant at)
        implements DomainEvent {}
