package io.palier.partner;

import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;

/** A provider and a reseller are partners from now on. */
public record PartnershipEstablished(OrganizationId provider, OrganizationId reseller, Instant at)
        implements DomainEvent {}
