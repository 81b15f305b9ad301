package io.palier.demo;

import io.palier.catalog.BillingPlan;
import io.palier.catalog.Catalog;
import io.palier.catalog.Offer;
import io.palier.catalog.OfferFilter;
import io.palier.catalog.Segment;
import io.palier.catalog.Term;
import io.palier.customer.CustomerFilter;
import io.palier.customer.CustomerRow;
import io.palier.customer.Customers;
import io.palier.identity.Viewer;
import io.palier.order.OrderLine;
import io.palier.order.OrderRequestId;
import io.palier.order.OrderRequests;
import io.palier.order.Orders;
import io.palier.organization.OrganizationId;
import io.palier.shared.SearchText;
import io.palier.shared.Uuids;
import io.palier.subscription.Associations;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of some subscriptions, and what is asked for: every state and kind a list can show. */
@Component
class DemoSubscriptions {
    private final DemoPeople people;
    private final Customers customers;
    private final Catalog catalog;
    private final Orders orders;
    private final OrderRequests requests;
    private final Subscriptions subscriptions;
    private final Associations associations;

    DemoSubscriptions(
            DemoPeople people,
            Customers customers,
            Catalog catalog,
            Orders orders,
            OrderRequests requests,
            Subscriptions subscriptions,
            Associations associations) {
        this.people = people;
        this.customers = customers;
        this.catalog = catalog;
        this.orders = orders;
        this.requests = requests;
        this.subscriptions = subscriptions;
        this.associations = associations;
    }

    void live() {
        var contoso = people.viewer(Cast.CONTOSO);
        var northwind = customer(contoso, "northwind");
        order(contoso, northwind, offer("essai", Term.P1M, BillingPlan.NONE), 25, Cast.FABRIKAM);
        order(contoso, northwind, offer("Halden Bureau Standard", Term.P1M, BillingPlan.MONTHLY), 12, Cast.FABRIKAM);
        change(contoso, northwind);
        var bellanger = customer(contoso, "bellanger");
        var mail = first(contoso, bellanger);
        subscriptions.autoRenew(contoso, mail.id(), mail.version(), false);
        var hamelin = first(contoso, customer(contoso, "hamelin"));
        subscriptions.suspend(contoso, hamelin.id(), hamelin.version());
        ask(contoso, northwind);
    }

    private void change(Viewer contoso, CustomerRow northwind) {
        for (var one : list(contoso, northwind)) {
            switch (one.title()) {
                case "Halden Bureau Essentiel" -> {
                    subscriptions.changeQuantity(contoso, one.id(), one.version(), 5);
                    subscriptions.rename(contoso, one.id(), one.version() + 1, "Accueil et ateliers");
                }
                case "Cairn Sauvegarde Avancée" ->
                    associations.setSupportContact(
                            contoso, one.id(), Cast.CONTOSO, Cast.FABRIKAM, "Fabrikam surveille les sauvegardes.");
                default -> {
                    // stays as it was ordered
                }
            }
        }
    }

    private void ask(Viewer contoso, CustomerRow northwind) {
        var litware = people.viewer(Cast.LITWARE);
        var esteve = customer(contoso, "esteve");
        ask(litware, esteve, "Cairn Sauvegarde Avancée", 10);
        ask(litware, customer(contoso, "tilleuls"), "Halden Bureau Standard", 40);
        var morvan = customer(contoso, "morvan");
        requests.refuse(
                contoso,
                ask(litware, morvan, "Halden Bureau Standard", 300),
                "300 licences pour 48 personnes ? Rappelez-nous.");
        requests.approve(contoso, ask(litware, morvan, "Halden Bureau Standard", 30));
        requests.withdraw(litware, ask(litware, esteve, "Brume Bouclier Complet", 5));
        var admin = people.viewer(northwind.customer());
        var record = list(contoso, northwind).stream()
                .filter(one -> "Accueil et ateliers".equals(one.nickname()))
                .findFirst()
                .orElseThrow();
        requests.askForLicenses(admin, OrderRequestId.next(), record.id(), 8);
    }

    private OrderRequestId ask(Viewer reseller, CustomerRow customer, String title, int quantity) {
        var offer = offer(title, Term.P1Y, BillingPlan.ANNUAL);
        return requests.ask(
                reseller, OrderRequestId.next(), customer.id(), List.of(new OrderLine(offer.id(), quantity, null)));
    }

    private void order(
            Viewer provider, CustomerRow customer, Offer offer, int quantity, @Nullable OrganizationId reseller) {
        orders.place(provider, Uuids.next(), customer.id(), List.of(new OrderLine(offer.id(), quantity, reseller)));
    }

    private Offer offer(String title, Term term, BillingPlan plan) {
        var filter = new OfferFilter("FR", "EUR", Segment.COMMERCIAL, SearchText.of(title), null, term, plan);
        return catalog.search(filter, Locale.FRENCH, null).rows().getFirst();
    }

    private SubscriptionView first(Viewer provider, CustomerRow customer) {
        return list(provider, customer).getFirst();
    }

    private List<SubscriptionView> list(Viewer provider, CustomerRow customer) {
        return subscriptions.list(provider, customer.id(), null).rows();
    }

    private CustomerRow customer(Viewer provider, String domain) {
        var filter = new CustomerFilter(SearchText.of(domain), null);
        return customers.list(provider, filter, null).rows().getFirst();
    }
}
