package io.palier.subscription;

import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription was changed: {@code kind} is the audit kind, such as {@code subscription.suspended}.
 *
 * @param by the organization that did it; null if time did
 */
public record SubscriptionChanged(
        SubscriptionId subscription,
        RelationshipId relationship,
        OrganizationId provider,
        OrganizationId customer,
        @Nullable OrganizationId by,
        String kind,
        Instant at)
        implements DomainEvent {}
