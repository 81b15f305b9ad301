package io.palier.customer;

import io.palier.identity.AccountId;
import io.palier.identity.MembershipId;
import io.palier.identity.NewUser;
import io.palier.identity.Role;
import io.palier.identity.SignedIn;
import io.palier.identity.UserView;
import io.palier.identity.Users;
import io.palier.identity.Viewer;
import io.palier.organization.Address;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.partner.Partnerships;
import io.palier.shared.Actor;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Organizations and people of the cast, new ones for every test. */
@TestComponent
class CustomerWorld {
    static final Address PARIS = new Address("FR", "1 rue de la Paix", null, "Paris", null, "75002");
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String RUN = Long.toString(System.nanoTime(), 36);

    private final Organizations organizations;
    private final Users users;
    private final Partnerships partnerships;
    private final Customers customers;

    CustomerWorld(Organizations organizations, Users users, Partnerships partnerships, Customers customers) {
        this.organizations = organizations;
        this.users = users;
        this.partnerships = partnerships;
        this.customers = customers;
    }

    Viewer person(OrganizationId organization, Role... roles) {
        var name = "p" + COUNTER.incrementAndGet() + RUN + "@people.example";
        var id = users.addWithPassword(
                Actor.system(organization),
                organization,
                new NewUser(name, null, "Camille", "Durand", "Camille Durand", Users.roles(roles), Locale.ENGLISH),
                "Palier-demo-1",
                false);
        return viewer(
                users.get(organization, id), organizations.get(organization).kind());
    }

    /** The customer's first admin, as if the temporary password were changed. */
    Viewer admin(AddedCustomer added) {
        return person(added.customer(), Role.GLOBAL_ADMIN);
    }

    OrganizationId organization(OrganizationKind kind, String name) {
        return organization(kind, name, PARIS);
    }

    OrganizationId organization(OrganizationKind kind, String name, Address address) {
        return organizations
                .register(
                        OrganizationId.next(),
                        kind,
                        name,
                        address,
                        Locale.FRENCH,
                        kind == OrganizationKind.INDIRECT_PROVIDER ? "EUR" : null,
                        null)
                .id();
    }

    Viewer provider(Role... roles) {
        return person(organization(OrganizationKind.INDIRECT_PROVIDER, "Contoso Distribution"), roles);
    }

    Viewer partnerOf(Viewer provider, Role... roles) {
        var reseller = organization(OrganizationKind.INDIRECT_RESELLER, "Fabrikam Services");
        partnerships.establish(provider.actor(), provider.organization(), reseller, false);
        return person(reseller, roles);
    }

    AddedCustomer customer(Viewer provider, String name, @Nullable OrganizationId reseller) {
        return customers.add(provider, wanted(name, prefix(), reseller));
    }

    static String prefix() {
        return "c" + COUNTER.incrementAndGet() + RUN;
    }

    static NewCustomer wanted(String name, String prefix, @Nullable OrganizationId reseller) {
        return wanted(name, prefix, reseller, PARIS);
    }

    static NewCustomer wanted(String name, String prefix, @Nullable OrganizationId reseller, Address address) {
        return new NewCustomer(
                name,
                address,
                prefix,
                "onpalier.example",
                new Contact("Zoé", "Martin", "zoe@northwind.example", null),
                Locale.FRENCH,
                null,
                Qualification.NONE,
                null,
                reseller);
    }

    static RequestPostProcessor as(Viewer viewer) {
        return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(viewer.account().value(), viewer.membership().value()), null, List.of()));
    }

    private static Viewer viewer(UserView user, OrganizationKind kind) {
        AccountId account = user.account();
        MembershipId membership = user.id();
        return new Viewer(
                account,
                membership,
                user.organization(),
                kind,
                "Somebody",
                Set.copyOf(user.roles()),
                user.signInName(),
                user.displayName(),
                Locale.ENGLISH,
                ZoneOffset.UTC,
                true,
                false);
    }
}
