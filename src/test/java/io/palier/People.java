package io.palier;

import io.palier.identity.AccountId;
import io.palier.identity.MembershipId;
import io.palier.identity.NewUser;
import io.palier.identity.Role;
import io.palier.identity.SignedIn;
import io.palier.identity.Users;
import io.palier.organization.Address;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.shared.Actor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Organizations and people for tests; each with names of its own, so that tests share one database. */
public final class People {
    public static final String PASSWORD = "correct horse battery";

    private final Organizations organizations;
    private final Users users;

    public People(Organizations organizations, Users users) {
        this.organizations = organizations;
        this.users = users;
    }

    /** A person who can sign in. */
    public record Person(OrganizationId organization, MembershipId membership, AccountId account, String signInName) {

        /** Signs a MockMvc request in, with a CSRF token. */
        public RequestPostProcessor signedIn() {
            var token = UsernamePasswordAuthenticationToken.authenticated(
                    new SignedIn(account.value(), membership.value()), null, List.of());
            return request -> SecurityMockMvcRequestPostProcessors.csrf()
                    .postProcessRequest(SecurityMockMvcRequestPostProcessors.authentication(token)
                            .postProcessRequest(request));
        }
    }

    /** A new provider with one person of these roles. */
    public Person provider(Role... roles) {
        return of(OrganizationKind.INDIRECT_PROVIDER, roles);
    }

    public Person of(OrganizationKind kind, Role... roles) {
        var id = OrganizationId.next();
        organizations.register(
                id,
                kind,
                "Test " + id,
                new Address("FR", "1 rue du Test", null, "Nantes", null, "44000"),
                Locale.ENGLISH,
                kind == OrganizationKind.INDIRECT_PROVIDER ? "EUR" : null,
                null);
        return in(id, roles);
    }

    /** One more person in an organization. */
    public Person in(OrganizationId organization, Role... roles) {
        return in(organization, false, roles);
    }

    public Person in(OrganizationId organization, boolean temporary, Role... roles) {
        var name = "p" + UUID.randomUUID() + "@test.example";
        var membership = users.addWithPassword(
                Actor.system(organization),
                organization,
                new NewUser(name, null, "Pat", "Test", "Pat " + name.substring(0, 8), Set.of(roles), Locale.ENGLISH),
                PASSWORD,
                temporary);
        return new Person(
                organization, membership, users.get(organization, membership).account(), name);
    }
}
