package io.palier.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.ImportProgress;
import io.palier.catalog.PriceListImport;
import io.palier.catalog.Segment;
import io.palier.catalog.SkuId;
import io.palier.catalog.Term;
import io.palier.customer.AgreementAcceptance;
import io.palier.customer.Customers;
import io.palier.customer.NewCustomer;
import io.palier.customer.Qualification;
import io.palier.customer.RelationshipId;
import io.palier.identity.NewUser;
import io.palier.identity.Role;
import io.palier.identity.SignedIn;
import io.palier.identity.Users;
import io.palier.identity.Viewer;
import io.palier.organization.Address;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.partner.Partnerships;
import io.palier.shared.Actor;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
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

/** A provider, its reseller, their customer and two offers, new ones for every test. */
@TestComponent
public class OrderWorld {
    private static final Address PARIS = new Address("FR", "1 rue de la Paix", null, "Paris", null, "75002");
    private static final OrganizationId PUBLISHER = OrganizationId.next();
    private static final String HEAD =
            "ChangeIndicator,ProductTitle,ProductId,SkuId,SkuTitle,Publisher,SkuDescription,UnitOfMeasure,TermDuration,"
                    + "BillingPlan,Market,Currency,UnitPrice,PricingTierRangeMin,PricingTierRangeMax,EffectiveStartDate,"
                    + "EffectiveEndDate,Tags,ERP Price,Segment,PreviousValues\r\n";
    private static final String ROW =
            "Unchanged,%2$s,%1$s,%3$s,%2$s,Vendor %1$s,A text,,%5$s,%6$s,FR,EUR,%4$s,,,2020-01-01T00:00:00.0000000Z,"
                    + "9999-11-30T23:59:59.0000000Z,License,,Commercial,\r\n";
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String RUN = Long.toString(System.nanoTime(), 36);

    private final Organizations organizations;
    private final Users users;
    private final Partnerships partnerships;
    private final Customers customers;
    private final PriceListImport prices;

    public OrderWorld(
            Organizations organizations,
            Users users,
            Partnerships partnerships,
            Customers customers,
            PriceListImport prices) {
        this.organizations = organizations;
        this.users = users;
        this.partnerships = partnerships;
        this.customers = customers;
        this.prices = prices;
    }

    public record Scene(
            Viewer provider,
            Viewer reseller,
            Viewer customer,
            RelationshipId relationship,
            AvailabilityId basic,
            AvailabilityId plus,
            AvailabilityId trial,
            AvailabilityId addOn) {}

    /**
     * A provider with a reseller and a customer of theirs.
     *
     * @param mayOrder whether the reseller orders without asking
     */
    public Scene scene(boolean agreed, boolean mayOrder) {
        var provider =
                person(organization(OrganizationKind.INDIRECT_PROVIDER, "Contoso Distribution"), Role.GLOBAL_ADMIN);
        var reseller = partner(provider, mayOrder);
        var added = customers.add(provider, wanted(agreed, reseller.organization()));
        var product = "ORD" + COUNTER.incrementAndGet() + RUN.toUpperCase(Locale.ROOT);
        prices.importFile(
                new ByteArrayInputStream(list(product).getBytes(UTF_8)), "list.csv", PUBLISHER, ImportProgress.NONE);
        prices.importFile(
                new ByteArrayInputStream(rules(product).getBytes(UTF_8)), "rules.csv", PUBLISHER, ImportProgress.NONE);
        return new Scene(
                provider,
                reseller,
                person(added.customer(), Role.GLOBAL_ADMIN),
                added.relationship(),
                offer(product, "0001"),
                offer(product, "0002"),
                AvailabilityId.of(
                        SkuId.of(product, "0003").orElseThrow(),
                        Term.P1M,
                        BillingPlan.NONE,
                        "FR",
                        "EUR",
                        Segment.COMMERCIAL),
                offer(product, "0004"));
    }

    /** A new price of the basic offer for orders and terms that begin from a day on. */
    public void reprice(String product, String price, Instant from) {
        var row = ROW.formatted(product, "Harbor Basic", "0001", price, "P1Y", "Annual")
                .replace("2020-01-01T00:00:00.0000000Z", from.toString());
        prices.importFile(
                new ByteArrayInputStream((HEAD + row).getBytes(UTF_8)), "new.csv", PUBLISHER, ImportProgress.NONE);
    }

    private static AvailabilityId offer(String product, String sku) {
        return AvailabilityId.of(
                SkuId.of(product, sku).orElseThrow(), Term.P1Y, BillingPlan.ANNUAL, "FR", "EUR", Segment.COMMERCIAL);
    }

    private static String list(String product) {
        return HEAD
                + ROW.formatted(product, "Harbor Basic", "0001", "120.00", "P1Y", "Annual")
                + ROW.formatted(product, "Harbor Plus", "0002", "240.00", "P1Y", "Annual")
                + ROW.formatted(product, "Harbor Plus Trial", "0003", "0", "P1M", "None")
                        .replace("License", "Trial")
                + ROW.formatted(product, "Harbor Archive", "0004", "12.00", "P1Y", "Annual");
    }

    private static String rules(String product) {
        return """
                ProductId,SkuId,MinimumQuantity,MaximumQuantity,AddOn,Prerequisites,UpgradeTargets
                %1$s,1,1,300,,,%1$s:2
                %1$s,3,1,25,,,%1$s:2
                %1$s,4,1,,true,%1$s:1;%1$s:2,
                """.formatted(product);
    }

    /** The operator suspends an organization. */
    void suspend(OrganizationId organization) {
        organizations.suspend(organization, organizations.get(organization).version(), "unpaid");
    }

    public Viewer partner(Viewer provider, boolean mayOrder) {
        var reseller = organization(OrganizationKind.INDIRECT_RESELLER, "Fabrikam Services");
        partnerships.establish(provider.actor(), provider.organization(), reseller, mayOrder);
        return person(reseller, Role.GLOBAL_ADMIN);
    }

    private static NewCustomer wanted(boolean agreed, @Nullable OrganizationId reseller) {
        return new NewCustomer(
                "Northwind Traders",
                PARIS,
                "o" + COUNTER.incrementAndGet() + RUN,
                "onpalier.example",
                new Contact("Zoé", "Martin", "zoe@northwind.example", null),
                Locale.FRENCH,
                null,
                Qualification.NONE,
                agreed
                        ? new AgreementAcceptance(
                                LocalDate.of(2026, 1, 5), "Zoé", "Martin", "zoe@northwind.example", null)
                        : null,
                reseller);
    }

    private OrganizationId organization(OrganizationKind kind, String name) {
        return organizations
                .register(
                        OrganizationId.next(),
                        kind,
                        name,
                        PARIS,
                        Locale.FRENCH,
                        kind == OrganizationKind.INDIRECT_PROVIDER ? "EUR" : null,
                        kind == OrganizationKind.INDIRECT_RESELLER ? "L" + COUNTER.incrementAndGet() + RUN : null)
                .id();
    }

    public Viewer person(OrganizationId organization, Role role) {
        var name = "o" + COUNTER.incrementAndGet() + RUN + "@people.example";
        var id = users.addWithPassword(
                Actor.system(organization),
                organization,
                new NewUser(name, null, "Camille", "Durand", "Camille Durand", Users.roles(role), Locale.ENGLISH),
                "Palier-demo-1",
                false);
        var user = users.get(organization, id);
        return new Viewer(
                user.account(),
                id,
                organization,
                organizations.get(organization).kind(),
                "Somebody",
                Set.of(role),
                name,
                "Camille Durand",
                Locale.ENGLISH,
                ZoneOffset.UTC,
                true,
                false);
    }

    public static RequestPostProcessor as(Viewer viewer) {
        return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(viewer.account().value(), viewer.membership().value()), null, List.of()));
    }
}
