package io.palier.partner;

import io.palier.invitation.InvitationId;
import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reseller accepted or declined a provider's request.
 *
 * @param reason why it declined; null when it accepted
 */
public record PartnershipRequestAnswered(
        InvitationId request,
        OrganizationId provider,
        OrganizationId reseller,
        boolean accepted,
        @Nullable String reason,
        Instant at)
        implements DomainEvent {}
