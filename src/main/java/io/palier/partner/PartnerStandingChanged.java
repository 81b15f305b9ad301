package io.palier.partner;

import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;

/** The operator suspended or reinstated a partner. */
public record PartnerStandingChanged(OrganizationId partner, boolean active, String reason, Instant at)
        implements DomainEvent {}
