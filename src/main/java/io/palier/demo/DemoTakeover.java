package io.palier.demo;

import io.palier.catalog.BillingPlan;
import io.palier.catalog.Catalog;
import io.palier.catalog.OfferFilter;
import io.palier.catalog.Segment;
import io.palier.catalog.Term;
import io.palier.customer.AgreementAcceptance;
import io.palier.customer.CustomerFilter;
import io.palier.customer.CustomerTakeover;
import io.palier.customer.Customers;
import io.palier.order.OrderLine;
import io.palier.order.Orders;
import io.palier.organization.Contact;
import io.palier.shared.SearchText;
import io.palier.shared.Uuids;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Northwind was a customer of Wingtip, in dollars, before either came here. */
@Component
class DemoTakeover {
    private final DemoPeople people;
    private final Customers customers;
    private final CustomerTakeover takeover;
    private final Catalog catalog;
    private final Orders orders;
    private final Clock clock;

    DemoTakeover(
            DemoPeople people,
            Customers customers,
            CustomerTakeover takeover,
            Catalog catalog,
            Orders orders,
            Clock clock) {
        this.people = people;
        this.customers = customers;
        this.takeover = takeover;
        this.catalog = catalog;
        this.orders = orders;
        this.clock = clock;
    }

    void takeOver() {
        var wingtip = people.viewer(Cast.WINGTIP);
        var northwind = customers
                .list(people.viewer(Cast.CONTOSO), new CustomerFilter(SearchText.of("northwind"), null), null)
                .rows()
                .getFirst()
                .customer();
        var contact = new Contact("Nora", "Vidal", "contact@northwind.example", null);
        var id = takeover.takeOver(wingtip.actor(), Cast.WINGTIP, northwind, contact);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        customers.attest(
                wingtip,
                id,
                customers.get(wingtip, id).version(),
                new AgreementAcceptance(today, contact.firstName(), contact.lastName(), contact.email(), null));
        var filter =
                new OfferFilter("FR", "USD", Segment.COMMERCIAL, SearchText.of(""), null, Term.P1Y, BillingPlan.ANNUAL);
        catalog.search(filter, Locale.ENGLISH, null).rows().stream()
                .limit(2)
                .forEach(offer -> orders.place(wingtip, Uuids.next(), id, List.of(new OrderLine(offer.id(), 5, null))));
    }
}
