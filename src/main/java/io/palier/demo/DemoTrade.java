package io.palier.demo;

import io.palier.agreement.AgreementKind;
import io.palier.agreement.Agreements;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.Catalog;
import io.palier.catalog.ImportProgress;
import io.palier.catalog.Offer;
import io.palier.catalog.OfferFilter;
import io.palier.catalog.PriceListImport;
import io.palier.catalog.Segment;
import io.palier.catalog.Term;
import io.palier.customer.AddedCustomer;
import io.palier.customer.AgreementAcceptance;
import io.palier.customer.Customers;
import io.palier.customer.NewCustomer;
import io.palier.customer.Qualification;
import io.palier.demo.Clientele.Customer;
import io.palier.identity.Role;
import io.palier.identity.Viewer;
import io.palier.order.OrderLine;
import io.palier.order.Orders;
import io.palier.organization.Address;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import io.palier.partner.EnrollmentApplication;
import io.palier.partner.Enrollments;
import io.palier.partner.Partnerships;
import io.palier.shared.Actor;
import io.palier.shared.SearchText;
import io.palier.shared.Uuids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the cast does with each other: partnerships, prices, customers, orders. */
@Component
class DemoTrade {
    private static final List<OrganizationId> RESELLERS =
            List.of(Cast.FABRIKAM, Cast.LITWARE, Cast.ADVENTURE, Cast.PROSEWARE);

    private final DemoPeople people;
    private final Enrollments enrollments;
    private final Agreements agreements;
    private final Partnerships partnerships;
    private final PriceListImport imports;
    private final Catalog catalog;
    private final Customers customers;
    private final Orders orders;
    private final Clock clock;

    DemoTrade(
            DemoPeople people,
            Enrollments enrollments,
            Agreements agreements,
            Partnerships partnerships,
            PriceListImport imports,
            Catalog catalog,
            Customers customers,
            Orders orders,
            Clock clock) {
        this.people = people;
        this.enrollments = enrollments;
        this.agreements = agreements;
        this.partnerships = partnerships;
        this.imports = imports;
        this.catalog = catalog;
        this.customers = customers;
        this.orders = orders;
        this.clock = clock;
    }

    void publishPrices() {
        for (var name : List.of("catalog-us.csv", "catalog-fr.csv", "catalog-fr-usd.csv", "catalog-rules.csv")) {
            try (var in = new ClassPathResource("demo/" + name).getInputStream()) {
                imports.importFile(in, name, Cast.OPERATOR_ID, ImportProgress.NONE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void connectPartners() {
        var operator = Actor.system(Cast.OPERATOR_ID);
        for (var reseller : RESELLERS) {
            var person = people.first(reseller);
            enrollments.admit(
                    operator,
                    reseller,
                    new Contact(person.firstName(), person.lastName(), person.signInName(), null),
                    true);
        }
        var contoso = Actor.system(Cast.CONTOSO);
        partnerships.establish(contoso, Cast.CONTOSO, Cast.FABRIKAM, true);
        partnerships.establish(Actor.system(Cast.WINGTIP), Cast.WINGTIP, Cast.PROSEWARE, true);
    }

    /** A company that enrolled while the operator wanted to look at each. */
    void applyToTakePart() {
        enrollments.enroll(new EnrollmentApplication(
                "Relecloud",
                new Address("FR", "5 rue du Port", null, "Bordeaux", null, "33000"),
                "5000023",
                new Contact("Rémi", "Costa", "contact@relecloud.example", null),
                Uuids.next().toString(),
                Locale.FRENCH,
                agreements.current(AgreementKind.PARTNER, Locale.FRENCH).id()));
    }

    /** One customer after the other, in the course of the year, each with its first order. */
    void serveCustomers(Story story) {
        story.then(352, () -> {
            var contoso = people.viewer(Cast.CONTOSO);
            var northwind = add(story, contoso, Clientele.NORTHWIND, offers("FR", "EUR"));
            people.add(
                    northwind.customer(),
                    new Cast.Person("admin@northwind.example", "Nora", "Vidal", Set.of(Role.GLOBAL_ADMIN)),
                    Locale.FRENCH);
        });
        story.then(320, () -> orderMore(story, 4, 10));
        story.then(205, () -> orderMore(story, 7, 3));
        story.then(350, () -> {
            var wingtip = people.viewer(Cast.WINGTIP);
            var tailspin = add(story, wingtip, Clientele.TAILSPIN, offers("US", "USD"));
            people.add(
                    tailspin.customer(),
                    new Cast.Person("admin@tailspin.example", "Tom", "Sayer", Set.of(Role.GLOBAL_ADMIN)),
                    Locale.ENGLISH);
        });
        each(
                Clientele.OF_CONTOSO,
                (customer, daysAgo) -> story.then(
                        daysAgo, () -> add(story, people.viewer(Cast.CONTOSO), customer, offers("FR", "EUR"))));
        each(
                Clientele.OF_WINGTIP,
                (customer, daysAgo) -> story.then(
                        daysAgo, () -> add(story, people.viewer(Cast.WINGTIP), customer, offers("US", "USD"))));
    }

    /** The customers with the day each was won, evenly over the year. */
    static void each(List<Customer> customers, ObjIntConsumer<Customer> work) {
        for (int n = 0; n < customers.size(); n++) {
            work.accept(customers.get(n), 346 - n * 335 / customers.size());
        }
    }

    private void orderMore(Story story, int sku, int licenses) {
        var offers = offers("FR", "EUR");
        order(
                people.viewer(Cast.CONTOSO),
                story.customer(Clientele.NORTHWIND.prefix()),
                Clientele.NORTHWIND,
                offers.get(sku % offers.size()),
                licenses);
    }

    private AddedCustomer add(Story story, Viewer provider, Customer customer, List<Offer> offers) {
        var added = customers.add(
                provider,
                new NewCustomer(
                        customer.name(),
                        customer.address(),
                        customer.prefix(),
                        "onpalier.example",
                        new Contact(customer.firstName(), customer.lastName(), email(customer), null),
                        customer.language(),
                        null,
                        Qualification.NONE,
                        customer.licenses() == 0 ? null : acceptance(customer),
                        customer.reseller()));
        story.remember(customer.prefix(), added);
        if (customer.licenses() > 0) {
            order(provider, added, customer, offers.get(customer.sku() % offers.size()), customer.licenses());
        }
        return added;
    }

    void order(Viewer provider, AddedCustomer added, Customer customer, Offer offer, int licenses) {
        var quantity = Math.clamp(licenses, offer.minimumQuantity(), offer.maximumQuantity());
        orders.place(
                provider,
                Uuids.next(),
                added.relationship(),
                List.of(new OrderLine(offer.id(), quantity, customer.reseller())));
    }

    private AgreementAcceptance acceptance(Customer customer) {
        return new AgreementAcceptance(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                customer.firstName(),
                customer.lastName(),
                email(customer),
                null);
    }

    private static String email(Customer customer) {
        return "contact@" + customer.prefix() + ".example";
    }

    /** Offers of a year that stand for themselves, by title, one for each SKU. */
    List<Offer> offers(String market, String currency) {
        var filter = new OfferFilter(
                market, currency, Segment.COMMERCIAL, SearchText.of(""), null, Term.P1Y, BillingPlan.ANNUAL);
        var found = new ArrayList<Offer>();
        for (var offer : catalog.search(filter, Locale.ENGLISH, null).rows()) {
            if (!offer.addOn() && !offer.trial() && offer.prerequisites().isEmpty()) {
                found.add(offer);
            }
        }
        return found;
    }
}
