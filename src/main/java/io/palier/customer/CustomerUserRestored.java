package io.palier.customer;

import io.palier.identity.MembershipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;

/** A customer's deleted user is back. */
public record CustomerUserRestored(OrganizationId customer, MembershipId user) implements DomainEvent {}
