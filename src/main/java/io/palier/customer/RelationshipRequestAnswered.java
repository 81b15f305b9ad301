package io.palier.customer;

import io.palier.invitation.InvitationId;
import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer accepted or declined a request for a relationship.
 *
 * @param reseller who was asked for jointly; null for the provider alone
 * @param reason why it declined; null when it accepted
 */
public record RelationshipRequestAnswered(
        InvitationId request,
        OrganizationId provider,
        @Nullable OrganizationId reseller,
        OrganizationId customer,
        String customerName,
        boolean accepted,
        @Nullable String reason,
        Instant at)
        implements DomainEvent {}
