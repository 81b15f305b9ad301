package io.palier.demo;

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
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
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
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the cast does with each other: partnerships, prices, customers, orders. */
@Component
class DemoTrade {
    private static final List<OrganizationId> RESELLERS = List.of(Cast.FABRIKAM, Cast.LITWARE, Cast.ADVENTURE);

    private final DemoPeople people;
    private final Enrollments enrollments;
    private final Partnerships partnerships;
    private final PriceListImport imports;
    private final Catalog catalog;
    private final Customers customers;
    private final Orders orders;
    private final Clock clock;

    DemoTrade(
            DemoPeople people,
            Enrollments enrollments,
            Partnerships partnerships,
            PriceListImport imports,
            Catalog catalog,
            Customers customers,
            Orders orders,
            Clock clock) {
        this.people = people;
        this.enrollments = enrollments;
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
    }

    void serveCustomers() {
        var contoso = people.viewer(Cast.CONTOSO);
        var offers = offers("FR", "EUR");
        var northwind = add(contoso, Clientele.NORTHWIND, offers);
        people.add(
                northwind.customer(),
                new Cast.Person("admin@northwind.example", "Nora", "Vidal", Set.of(Role.GLOBAL_ADMIN)),
                Locale.FRENCH);
        order(contoso, northwind, Clientele.NORTHWIND, offers.get(4 % offers.size()), 10);
        order(contoso, northwind, Clientele.NORTHWIND, offers.get(7 % offers.size()), 3);
        Clientele.OF_CONTOSO.forEach(customer -> add(contoso, customer, offers));

        var wingtip = people.viewer(Cast.WINGTIP);
        var american = offers("US", "USD");
        var tailspin = add(wingtip, Clientele.TAILSPIN, american);
        people.add(
                tailspin.customer(),
                new Cast.Person("admin@tailspin.example", "Tom", "Sayer", Set.of(Role.GLOBAL_ADMIN)),
                Locale.ENGLISH);
        Clientele.OF_WINGTIP.forEach(customer -> add(wingtip, customer, american));
    }

    private AddedCustomer add(Viewer provider, Customer customer, List<Offer> offers) {
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
        if (customer.licenses() > 0) {
            order(provider, added, customer, offers.get(customer.sku() % offers.size()), customer.licenses());
        }
        return added;
    }

    private void order(Viewer provider, AddedCustomer added, Customer customer, Offer offer, int licenses) {
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
    private List<Offer> offers(String market, String currency) {
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
