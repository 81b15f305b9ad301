package io.palier.partner;

import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;

/** A provider and a reseller are partners no longer; what hung on it is already resolved. */
public record PartnershipRemoved(OrganizationId provider, OrganizationId reseller, Instant at) implements DomainEvent {}
