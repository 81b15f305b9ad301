package io.palier.partner;

import io.palier.identity.AccountId;
import io.palier.identity.MembershipId;
import io.palier.organization.OrganizationId;

/**
 * Who somebody is after enrolling.
 *
 * @param approved whether the installation approves by itself
 */
public record Enrolled(OrganizationId reseller, AccountId account, MembershipId membership, boolean approved) {}
