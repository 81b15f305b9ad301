package io.palier.browser;

import io.palier.catalog.BillingPlan;
import io.palier.catalog.Catalog;
import io.palier.catalog.Offer;
import io.palier.catalog.OfferFilter;
import io.palier.catalog.Segment;
import io.palier.catalog.Term;
import io.palier.customer.AgreementAcceptance;
import io.palier.customer.Customers;
import io.palier.customer.NewCustomer;
import io.palier.customer.Qualification;
import io.palier.customer.RelationshipId;
import io.palier.demo.Cast;
import io.palier.identity.MembershipId;
import io.palier.identity.NewUser;
import io.palier.identity.Role;
import io.palier.identity.Users;
import io.palier.identity.Viewer;
import io.palier.identity.Viewers;
import io.palier.order.OrderLine;
import io.palier.order.Orders;
import io.palier.organization.Address;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.partner.Enrollments;
import io.palier.partner.Partnerships;
import io.palier.shared.Actor;
import io.palier.shared.SearchText;
import io.palier.shared.Uuids;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Companies of a test, beside the sample world's: what the test is not about is made here, through the doors. */
@TestComponent
class Companies {
    private static final AtomicInteger COUNTER = new AtomicInteger(100);

    private final Organizations organizations;
    private final Users users;
    private final Viewers viewers;
    private final Enrollments enrollments;
    private final Partnerships partnerships;
    private final Customers customers;
    private final Catalog catalog;
    private final Orders orders;

    Companies(
            Organizations organizations,
            Users users,
            Viewers viewers,
            Enrollments enrollments,
            Partnerships partnerships,
            Customers customers,
            Catalog catalog,
            Orders orders) {
        this.organizations = organizations;
        this.users = users;
        this.viewers = viewers;
        this.enrollments = enrollments;
        this.partnerships = partnerships;
        this.customers = customers;
        this.catalog = catalog;
        this.orders = orders;
    }

    /**
     * One company.
     *
     * @param admin the sign-in name of its first global admin
     */
    record Company(OrganizationId id, MembershipId membership, String name, String admin) {}

    /** A customer of a provider. */
    record Client(RelationshipId id, String name, String domain, Company company) {}

    /** Somebody with a name nobody else has. */
    static int next() {
        return COUNTER.incrementAndGet();
    }

    Company provider() {
        return company(OrganizationKind.INDIRECT_PROVIDER, "Trey Distribution", Role.GLOBAL_ADMIN);
    }

    /** A reseller that may enter partnerships: enrolled, approved, the agreement signed. */
    Company reseller() {
        var company = company(OrganizationKind.INDIRECT_RESELLER, "Relecloud", Role.GLOBAL_ADMIN, Role.ADMIN_AGENT);
        enrollments.admit(
                Actor.system(Cast.OPERATOR_ID),
                company.id(),
                new Contact("Robin", "Keller", company.admin(), null),
                true);
        return company;
    }

    /** A reseller that is partner of this provider. */
    Company resellerOf(Company provider) {
        var reseller = reseller();
        partnerships.establish(Actor.system(provider.id()), provider.id(), reseller.id(), false);
        return reseller;
    }

    /** A customer that has accepted the agreement. */
    Client customer(Company provider, @Nullable Company reseller) {
        var name = "Wide World " + next();
        var prefix = name.replace(" ", "").toLowerCase(Locale.ROOT);
        var added = customers.add(
                viewer(provider),
                new NewCustomer(
                        name,
                        new Address("FR", "3 rue du Port", null, "Brest", null, "29200"),
                        prefix,
                        "onpalier.example",
                        new Contact("Wanda", "Lopez", "wanda@" + prefix + ".example", null),
                        Locale.ENGLISH,
                        null,
                        Qualification.NONE,
                        new AgreementAcceptance(
                                LocalDate.now(ZoneOffset.UTC).minusDays(1),
                                "Wanda",
                                "Lopez",
                                "wanda@" + prefix + ".example",
                                null),
                        reseller == null ? null : reseller.id()));
        var admin = person(added.customer(), "wanda@" + prefix + ".example", Role.GLOBAL_ADMIN);
        return new Client(
                added.relationship(),
                name,
                prefix + ".onpalier.example",
                new Company(added.customer(), admin, name, "wanda@" + prefix + ".example"));
    }

    /** Five licenses of an offer with this title. */
    void order(Company provider, Client customer, String title, @Nullable Company reseller) {
        orders.place(
                viewer(provider),
                Uuids.next(),
                customer.id(),
                List.of(new OrderLine(offer(title).id(), 5, reseller == null ? null : reseller.id())));
    }

    Viewer viewer(Company company) {
        return viewers.find(company.membership()).orElseThrow();
    }

    private Offer offer(String title) {
        var filter = new OfferFilter(
                "FR", "EUR", Segment.COMMERCIAL, SearchText.of(title), null, Term.P1Y, BillingPlan.ANNUAL);
        return catalog.search(filter, Locale.ENGLISH, null).rows().stream()
                .filter(offer -> offer.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private Company company(OrganizationKind kind, String first, Role... roles) {
        var name = first + " " + next();
        var id = organizations
                .register(
                        OrganizationId.next(),
                        kind,
                        name,
                        new Address("FR", "5 rue de Siam", null, "Brest", null, "29200"),
                        Locale.ENGLISH,
                        kind == OrganizationKind.INDIRECT_PROVIDER ? "EUR" : null,
                        String.valueOf(7_000_000 + next()))
                .id();
        var admin = "admin@" + name.replace(" ", "").toLowerCase(Locale.ROOT) + ".example";
        return new Company(id, person(id, admin, roles), name, admin);
    }

    private MembershipId person(OrganizationId organization, String name, Role... roles) {
        return users.addWithPassword(
                Actor.system(organization),
                organization,
                new NewUser(name, name, "Robin", "Keller", "Robin Keller", Users.roles(roles), Locale.ENGLISH),
                Visitor.PASSWORD,
                false);
    }
}
