package io.palier.demo;

import io.palier.customer.AddedCustomer;
import io.palier.customer.CustomerUsers;
import io.palier.customer.CustomerUsers.NewCustomerUser;
import io.palier.identity.Viewer;
import io.palier.order.OrderLine;
import io.palier.order.OrderRequestId;
import io.palier.order.OrderRequests;
import io.palier.shared.SearchText;
import io.palier.subscription.Licenses;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What customers' people and resellers do themselves: colleagues, their licenses, and what they ask for. */
@Component
class DemoTeam {
    private static final String NORTHWIND = Clientele.NORTHWIND.prefix();
    private static final List<List<String>> COLLEAGUES =
            List.of(List.of("Simon", "Lebrun"), List.of("Amina", "Haddad"), List.of("Théo", "Marchand"));

    private final DemoPeople people;
    private final DemoTrade trade;
    private final CustomerUsers users;
    private final Licenses licenses;
    private final Subscriptions subscriptions;
    private final OrderRequests requests;

    DemoTeam(
            DemoPeople people,
            DemoTrade trade,
            CustomerUsers users,
            Licenses licenses,
            Subscriptions subscriptions,
            OrderRequests requests) {
        this.people = people;
        this.trade = trade;
        this.users = users;
        this.licenses = licenses;
        this.subscriptions = subscriptions;
        this.requests = requests;
    }

    void tell(Story story) {
        story.then(280, () -> COLLEAGUES.forEach(name -> welcome(story, name.getFirst(), name.getLast())));
        askForLicenses(story);
        askForOrders(story);
    }

    /** A colleague with a license of the customer's first subscription. */
    private void welcome(Story story, String firstName, String lastName) {
        var admin = people.viewer(Cast.CONTOSO, "users@contoso.example");
        var northwind = story.customer(NORTHWIND);
        var local = SearchText.fold(firstName + "." + lastName);
        users.add(
                admin,
                northwind.relationship(),
                new NewCustomerUser(
                        firstName,
                        lastName,
                        firstName + " " + lastName,
                        local,
                        "northwind.onpalier.example",
                        null,
                        false,
                        Locale.FRENCH));
        var user = users.named(admin, northwind.relationship(), local + "@northwind.onpalier.example");
        var first = List.of(first(admin, northwind).id());
        licenses.assign(admin, northwind.relationship(), user.id(), first, first);
    }

    private void askForLicenses(Story story) {
        story.then(160, () -> {
            var asked = askForMore(story, 4);
            requests.approve(people.viewer(Cast.CONTOSO), asked);
        });
        story.then(4, () -> askForMore(story, 6));
    }

    private OrderRequestId askForMore(Story story, int more) {
        var northwind = story.customer(NORTHWIND);
        var admin = people.viewer(northwind.customer(), "admin@northwind.example");
        var seen = first(admin, northwind);
        var id = OrderRequestId.next();
        requests.askForLicenses(admin, id, seen.id(), seen.quantity() + more);
        return id;
    }

    /** Litware may not order for itself: one request was approved, one refused, one still waits. */
    private void askForOrders(Story story) {
        story.then(101, () -> requests.approve(people.viewer(Cast.CONTOSO), ask(story, "tilleuls", 6, 10)));
        story.then(
                48,
                () -> requests.refuse(
                        people.viewer(Cast.CONTOSO),
                        ask(story, "tilleuls", 8, 85),
                        "Le client préfère attendre le nouveau budget."));
        story.then(2, () -> ask(story, "tilleuls", 9, 20));
    }

    private OrderRequestId ask(Story story, String customer, int sku, int quantity) {
        var litware = people.viewer(Cast.LITWARE);
        var offers = trade.offers("FR", "EUR");
        var offer = offers.get(sku % offers.size());
        var wanted = Math.clamp(quantity, offer.minimumQuantity(), offer.maximumQuantity());
        return requests.ask(
                litware,
                OrderRequestId.next(),
                story.customer(customer).relationship(),
                List.of(new OrderLine(offer.id(), wanted, null)));
    }

    private SubscriptionView first(Viewer viewer, AddedCustomer customer) {
        return subscriptions.list(viewer, customer.relationship(), null).rows().getLast();
    }
}
