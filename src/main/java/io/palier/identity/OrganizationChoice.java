package io.palier.identity;

import io.palier.organization.OrganizationKind;

/** One membership to choose from in the organization switcher. */
public record OrganizationChoice(MembershipId membership, String organizationName, OrganizationKind kind) {}
