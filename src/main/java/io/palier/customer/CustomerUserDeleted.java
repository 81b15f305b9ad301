package io.palier.customer;

import io.palier.identity.MembershipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;

/** A customer's user was deleted; what was assigned is free again. */
public record CustomerUserDeleted(OrganizationId customer, MembershipId user) implements DomainEvent {}
