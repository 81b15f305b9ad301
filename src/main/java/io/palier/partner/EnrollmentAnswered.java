package io.palier.partner;

import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;

/** The operator approved or refused a reseller's enrollment. */
public record EnrollmentAnswered(OrganizationId reseller, boolean approved, Instant at) implements DomainEvent {}
