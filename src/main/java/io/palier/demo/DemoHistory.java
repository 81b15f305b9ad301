package io.palier.demo;

import io.palier.catalog.BillingPlan;
import io.palier.catalog.Catalog;
import io.palier.catalog.Offer;
import io.palier.catalog.OfferFilter;
import io.palier.catalog.Segment;
import io.palier.catalog.Term;
import io.palier.customer.CustomerResellers;
import io.palier.demo.Clientele.Customer;
import io.palier.identity.Viewer;
import io.palier.order.OrderLine;
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

/** What became of the customers in the course of the year: they grow, change hands, try, and give up again. */
@Component
class DemoHistory {
    private static final String NORTHWIND = Clientele.NORTHWIND.prefix();

    private final DemoPeople people;
    private final DemoTrade trade;
    private final DemoTeam team;
    private final Orders orders;
    private final Subscriptions subscriptions;
    private final Associations associations;
    private final CustomerResellers resellers;
    private final Catalog catalog;

    DemoHistory(
            DemoPeople people,
            DemoTrade trade,
            DemoTeam team,
            Orders orders,
            Subscriptions subscriptions,
            Associations associations,
            CustomerResellers resellers,
            Catalog catalog) {
        this.people = people;
        this.trade = trade;
        this.team = team;
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.associations = associations;
        this.resellers = resellers;
        this.catalog = catalog;
    }

    void tell(Story story) {
        DemoTrade.each(Clientele.OF_CONTOSO, (customer, won) -> grow(story, customer, won, true));
        DemoTrade.each(Clientele.OF_WINGTIP, (customer, won) -> grow(story, customer, won, false));
        changeHands(story);
        tryOut(story);
        stopAndGoOn(story);
        team.tell(story);
    }

    /** Half way to today it takes more licenses, then a second offer; some give one up within its first week. */
    private void grow(Story story, Customer customer, int won, boolean french) {
        if (customer.licenses() == 0 || won < 30) {
            return;
        }
        story.then(won / 2 + 3, () -> {
            var first = first(seller(french), story, customer.prefix());
            subscriptions.changeQuantity(seller(french), first.id(), first.version(), more(first));
        });
        story.then(won / 3 + 1, () -> order(story, customer, customer.sku() + 3, french));
        if (customer.sku() % 2 == 0) {
            var tried = won * 2 / 3;
            story.then(tried, () -> order(story, customer, customer.sku() + 5, french));
            story.then(tried - 4, () -> giveUp(story, customer, french));
        }
    }

    private static int more(SubscriptionView seen) {
        return Math.min(seen.quantity() + 1 + seen.quantity() / 8, seen.maximumQuantity());
    }

    private void order(Story story, Customer customer, int sku, boolean french) {
        var offers = french ? trade.offers("FR", "EUR") : trade.offers("US", "USD");
        var licenses = 1 + customer.licenses() / 3;
        trade.order(
                seller(french), story.customer(customer.prefix()), customer, offers.get(sku % offers.size()), licenses);
    }

    private void giveUp(Story story, Customer customer, boolean french) {
        var latest = latest(seller(french), story, customer.prefix());
        subscriptions.cancel(seller(french), latest.id(), latest.version());
    }

    private void changeHands(Story story) {
        story.then(290, () -> support(story, NORTHWIND, Cast.FABRIKAM));
        story.then(240, () -> support(story, "bellanger", Cast.FABRIKAM));
        story.then(110, () -> support(story, "tilleuls", Cast.LITWARE));
        story.then(118, () -> credit(story, "faubourg", null, Cast.FABRIKAM));
        story.then(64, () -> credit(story, "esteve", Cast.LITWARE, null));
        story.then(31, () -> credit(story, "esteve", null, Cast.LITWARE));
        story.then(20, () -> {
            var cormier = story.customer("cormier").relationship();
            resellers.change(seller(true), cormier, Cast.FABRIKAM, Cast.LITWARE, "Déménagement à Lyon");
        });
    }

    private void support(Story story, String customer, OrganizationId contact) {
        var helpdesk = people.viewer(Cast.CONTOSO, "helpdesk@contoso.example");
        var seen = first(helpdesk, story, customer);
        associations.setSupportContact(helpdesk, seen.id(), seen.supportContact(), contact, "");
    }

    private void credit(
            Story story, String customer, @Nullable OrganizationId before, @Nullable OrganizationId reseller) {
        var seen = first(seller(true), story, customer);
        associations.setPartnerOfRecord(seller(true), seen.id(), before, reseller, "");
    }

    /** Trials: one became a subscription, one was given up, one still runs. */
    private void tryOut(Story story) {
        story.then(150, () -> trial(story, "cormier", "Meridien Design"));
        story.then(131, () -> {
            var seen = latest(seller(true), story, "cormier");
            subscriptions.conversionTargets(seen, Locale.FRENCH).stream()
                    .findFirst()
                    .ifPresent(target -> subscriptions.convert(
                            seller(true), seen.id(), seen.version(), target.id(), target.minimumQuantity() + 5));
        });
        story.then(92, () -> trial(story, "delmas", "Lanterne Ledger"));
        story.then(80, () -> {
            var seen = latest(seller(true), story, "delmas");
            subscriptions.cancel(seller(true), seen.id(), seen.version());
        });
        story.then(26, () -> trial(story, "phare", "Lanterne Ledger"));
    }

    private void trial(Story story, String customer, String title) {
        var filter = new OfferFilter(
                "FR", "EUR", Segment.COMMERCIAL, SearchText.of(title), null, Term.P1M, BillingPlan.NONE);
        var chosen = catalog.search(filter, Locale.ENGLISH, null).rows().stream()
                .filter(Offer::trial)
                .findFirst()
                .orElseThrow();
        orders.place(
                seller(true),
                Uuids.next(),
                story.customer(customer).relationship(),
                List.of(new OrderLine(chosen.id(), Math.max(chosen.minimumQuantity(), 5), null)));
    }

    private void stopAndGoOn(Story story) {
        story.then(75, () -> suspend(story, "cormier"));
        story.then(66, () -> {
            var seen = first(seller(true), story, "cormier");
            subscriptions.reactivate(seller(true), seen.id(), seen.version());
        });
        story.then(40, () -> suspend(story, "delmas"));
        story.then(13, () -> letEnd(story, "bellanger", people.viewer(Cast.FABRIKAM)));
        story.then(12, () -> letEnd(story, "alder", seller(false)));
        story.then(85, () -> {
            var seen = first(seller(true), story, NORTHWIND);
            subscriptions.rename(seller(true), seen.id(), seen.version(), "Nantes");
        });
    }

    private void suspend(Story story, String customer) {
        var seen = first(seller(true), story, customer);
        subscriptions.suspend(seller(true), seen.id(), seen.version());
    }

    private void letEnd(Story story, String customer, Viewer by) {
        var seen = first(by, story, customer);
        subscriptions.autoRenew(by, seen.id(), seen.version(), false);
    }

    /** Who sells for the provider of the French customers, or of the American ones. */
    private Viewer seller(boolean french) {
        return french ? people.viewer(Cast.CONTOSO, "sales@contoso.example") : people.viewer(Cast.WINGTIP);
    }

    private SubscriptionView first(Viewer viewer, Story story, String customer) {
        return list(viewer, story, customer).getLast();
    }

    private SubscriptionView latest(Viewer viewer, Story story, String customer) {
        return list(viewer, story, customer).getFirst();
    }

    private List<SubscriptionView> list(Viewer viewer, Story story, String customer) {
        return subscriptions
                .list(viewer, story.customer(customer).relationship(), null)
                .rows();
    }
}
