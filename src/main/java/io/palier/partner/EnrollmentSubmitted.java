package io.palier.partner;

import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;

/** A company enrolled as indirect reseller. */
public record EnrollmentSubmitted(OrganizationId reseller, Instant at) implements DomainEvent {}
