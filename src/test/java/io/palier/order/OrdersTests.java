package io.palier.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palier.PalierTest;
import io.palier.partner.Partnerships;
import io.palier.partner.Resolution;
import io.palier.subscription.Associations;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PalierTest
@Import({OrderWorld.class, RoundTrips.class})
class OrdersTests {
    @Autowired
    OrderWorld world;

    @Autowired
    Orders orders;

    @Autowired
    OrderRequests requests;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Associations associations;

    @Autowired
    Partnerships partnerships;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void costsSixRoundTripsAtMost() {
        var scene = world.scene(true, false);
        var reseller = scene.reseller().organization();
        var lines = List.of(new OrderLine(scene.basic(), 5, reseller), new OrderLine(scene.plus(), 2, reseller));
        orders.place(scene.provider(), UUID.randomUUID(), scene.relationship(), lines);
        var seen =
                RoundTrips.during(() -> orders.place(scene.provider(), UUID.randomUUID(), scene.relationship(), lines));
        var guard = indexOf(seen, "select r.id, r.provider_id");
        var transaction =
                seen.subList(guard, guard + seen.subList(guard, seen.size()).indexOf("commit") + 1);
        assertThat(guard == 0 || seen.get(guard - 1).equals("commit")).isTrue();
        assertThat(transaction).hasSizeBetween(5, 6);
    }

    @Test
    void asksForTheCatalogsVersionOnceInATransaction() {
        var scene = world.scene(true, false);
        var lines = List.of(new OrderLine(scene.basic(), 5, null));
        orders.place(scene.provider(), UUID.randomUUID(), scene.relationship(), lines);
        var seen = RoundTrips.during(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            orders.place(scene.provider(), UUID.randomUUID(), scene.relationship(), lines);
            orders.place(scene.provider(), UUID.randomUUID(), scene.relationship(), lines);
        }));
        assertThat(seen).filteredOn(sql -> sql.contains("catalog_version")).hasSize(1);
    }

    private static int indexOf(List<String> statements, String text) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).contains(text)) {
                return i;
            }
        }
        throw new AssertionError(text + " is not among " + statements);
    }

    @Test
    void makesOneOrderOfOneRequestHoweverOftenItIsSent() throws Exception {
        var scene = world.scene(true, false);
        var request = UUID.randomUUID();
        var lines = List.of(new OrderLine(scene.basic(), 5, null));
        Callable<OrderId> post = () -> orders.place(scene.provider(), request, scene.relationship(), lines)
                .id();
        var ids = new HashSet<OrderId>();
        try (var pool = Executors.newFixedThreadPool(50)) {
            for (var answer : pool.invokeAll(java.util.Collections.nCopies(50, post))) {
                ids.add(answer.get());
            }
        }
        assertThat(ids).hasSize(1);
        assertThat(subscriptions
                        .list(scene.provider(), scene.relationship(), null)
                        .rows())
                .hasSize(1);
        assertThat(orders.list(scene.provider(), scene.relationship(), null).rows())
                .hasSize(1);
    }

    @Test
    void opensSubscriptionsAtTheCatalogsPriceAndCreditsTheReseller() {
        var scene = world.scene(true, false);
        var placed = orders.place(
                scene.provider(),
                UUID.randomUUID(),
                scene.relationship(),
                List.of(new OrderLine(scene.basic(), 5, scene.reseller().organization())));
        assertThat(String.valueOf(placed.total())).contains("600.00");
        var opened = only(scene);
        assertThat(opened.resellerName()).isEqualTo("Fabrikam Services");
        assertThat(opened.supportContact()).isEqualTo(scene.provider().organization());
        assertThat(subscriptions.get(scene.reseller(), opened.id()).unitPrice()).isNull();
        assertThat(subscriptions.get(scene.customer(), opened.id()).quantity()).isEqualTo(5);
        assertThatThrownBy(() -> subscriptions.get(world.scene(true, false).provider(), opened.id()))
                .hasMessage("not-found");
    }

    @Test
    void refusesWhatTheRulesForbid() {
        var scene = world.scene(false, false);
        var one = List.of(new OrderLine(scene.basic(), 1, null));
        assertThatThrownBy(() -> orders.place(scene.provider(), UUID.randomUUID(), scene.relationship(), one))
                .hasMessage("order.agreement-missing");
        var agreed = world.scene(true, false);
        var stranger = world.scene(true, false);
        assertThatThrownBy(() -> place(agreed, new OrderLine(agreed.basic(), 0, null)))
                .hasMessage("order.quantity-out-of-range");
        assertThatThrownBy(() -> place(
                        agreed,
                        new OrderLine(agreed.basic(), 1, stranger.reseller().organization())))
                .hasMessage("order.reseller-not-possible");
        var line = List.of(new OrderLine(agreed.basic(), 1, null));
        assertThatThrownBy(() -> orders.place(stranger.provider(), UUID.randomUUID(), agreed.relationship(), line))
                .hasMessage("not-found");
        assertThatThrownBy(() -> orders.place(agreed.reseller(), UUID.randomUUID(), agreed.relationship(), line))
                .hasMessage("order.ask-the-provider");
        assertThatThrownBy(() -> orders.place(agreed.customer(), UUID.randomUUID(), agreed.relationship(), line))
                .hasMessage("right-missing");
    }

    @Test
    void carriesOutWhatTheProviderApproves() {
        var scene = world.scene(true, false);
        var id = requests.ask(
                scene.reseller(),
                OrderRequestId.next(),
                scene.relationship(),
                List.of(new OrderLine(scene.basic(), 3, null)));
        assertThat(subscriptions
                        .list(scene.provider(), scene.relationship(), null)
                        .rows())
                .isEmpty();
        requests.approve(scene.provider(), id);
        requests.approve(scene.provider(), id);
        assertThat(only(scene).reseller()).isEqualTo(scene.reseller().organization());
        var wish = OrderRequestId.next();
        requests.askForLicenses(scene.customer(), wish, only(scene).id(), 8);
        requests.approve(scene.reseller(), wish);
        assertThat(only(scene).quantity()).isEqualTo(8);
        assertThat(requests.get(scene.customer(), wish).status()).isEqualTo(OrderRequestView.Status.APPROVED);
    }

    @Test
    void aResellerThatMayOrderOrdersForItself() {
        var scene = world.scene(true, true);
        orders.place(
                scene.reseller(),
                UUID.randomUUID(),
                scene.relationship(),
                List.of(new OrderLine(scene.basic(), 3, null)));
        assertThat(only(scene).reseller()).isEqualTo(scene.reseller().organization());
    }

    @Test
    void changesASubscriptionAndRefusesALostUpdate() {
        var scene = world.scene(true, false);
        place(scene, new OrderLine(scene.basic(), 5, null));
        var seen = only(scene);
        subscriptions.changeQuantity(scene.provider(), seen.id(), 0, 7);
        assertThatThrownBy(() -> subscriptions.changeQuantity(scene.provider(), seen.id(), 0, 9))
                .hasMessage("changed-meanwhile");
        subscriptions.rename(scene.reseller(), seen.id(), 1, "Front desk");
        subscriptions.suspend(scene.reseller(), seen.id(), 2);
        assertThatThrownBy(() -> subscriptions.changeQuantity(scene.provider(), seen.id(), 3, 9))
                .hasMessage("subscription.not-active");
        subscriptions.reactivate(scene.reseller(), seen.id(), 3);
        assertThatThrownBy(() -> subscriptions.suspend(scene.customer(), seen.id(), 4))
                .hasMessage("right-missing");
        assertThat(subscriptions.changes(scene.provider(), seen.id())).hasSize(4);
    }

    @Test
    void datesAssociationsAndGivesThemBackWithThePartnership() {
        var scene = world.scene(true, false);
        place(scene, new OrderLine(scene.basic(), 5, null));
        var id = only(scene).id();
        var provider = scene.provider();
        var reseller = scene.reseller().organization();
        associations.setPartnerOfRecord(provider, id, null, reseller, "sold by them");
        associations.setSupportContact(provider, id, provider.organization(), reseller, "");
        assertThatThrownBy(() -> associations.setSupportContact(
                        provider, id, reseller, world.partner(provider, false).organization(), ""))
                .hasMessage("subscription.contact-not-possible");
        assertThat(associations.of(provider.organization(), reseller)).hasSize(2);
        var row = partnerships.get(provider, reseller);
        partnerships.remove(provider, reseller, row.version(), new Resolution(Map.of()));
        var seen = only(scene);
        assertThat(seen.reseller()).isNull();
        assertThat(seen.supportContact()).isEqualTo(provider.organization());
        assertThat(associations.supportContacts(provider, id)).hasSize(3);
        assertThatThrownBy(() -> subscriptions.get(scene.reseller(), id)).hasMessage("not-found");
    }

    private void place(OrderWorld.Scene scene, OrderLine line) {
        orders.place(scene.provider(), UUID.randomUUID(), scene.relationship(), List.of(line));
    }

    private SubscriptionView only(OrderWorld.Scene scene) {
        var rows =
                subscriptions.list(scene.provider(), scene.relationship(), null).rows();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }
}
