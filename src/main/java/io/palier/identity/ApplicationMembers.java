package io.palier.identity;

import io.palier.identity.domain.ApplicationAccounts;
import io.palier.organization.OrganizationId;
import io.palier.organization.Organizations;
import io.palier.shared.Refusal;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The memberships by which API applications act for an organization. Callers establish the right, and write the audit
 * entry of the application as a whole.
 */
@Service
@Transactional
public class ApplicationMembers {
    private final ApplicationAccounts accounts;
    private final Organizations organizations;
    private final Clock clock;

    ApplicationMembers(ApplicationAccounts accounts, Organizations organizations, Clock clock) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * Gives an application an account, which no password opens, and a membership with these roles.
     *
     * @throws Refusal invalid, field {@code roles}, if a role means nothing in that kind of organization
     */
    public MembershipId add(OrganizationId organization, UUID application, String name, Set<Role> roles) {
        check(organization, roles);
        return accounts.add(organization, application, name, roles, clock.instant());
    }

    /**
     * Changes what the application is called and may do by itself.
     *
     * @throws Refusal invalid, field {@code roles}, if a role means nothing in that kind of organization
     */
    public void change(OrganizationId organization, MembershipId membership, String name, Set<Role> roles) {
        check(organization, roles);
        accounts.change(membership, name, roles);
    }

    /** Ends the membership for good; what it did stays in the audit trail under its name. */
    public void end(MembershipId membership) {
        accounts.end(membership, clock.instant());
    }

    private void check(OrganizationId organization, Set<Role> roles) {
        if (!Role.of(organizations.get(organization).kind()).containsAll(roles)) {
            throw Refusal.invalid("roles", "user.role-unknown-here");
        }
    }
}
