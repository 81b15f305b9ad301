package io.palier.insight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.palier.PalierTest;
import io.palier.People;
import io.palier.catalog.PriceListImport;
import io.palier.customer.Customers;
import io.palier.identity.Role;
import io.palier.identity.Users;
import io.palier.identity.Viewer;
import io.palier.order.OrderLine;
import io.palier.order.OrderRequestId;
import io.palier.order.OrderRequests;
import io.palier.order.OrderWorld;
import io.palier.order.OrderWorld.Scene;
import io.palier.order.Orders;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.partner.Partnerships;
import io.palier.shared.Uuids;
import io.palier.subscription.Licenses;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.Subscriptions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@PalierTest
class HomePagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Organizations organizations;

    @Autowired
    Users users;

    @Autowired
    Partnerships partnerships;

    @Autowired
    Customers customers;

    @Autowired
    PriceListImport prices;

    @Autowired
    Orders orders;

    @Autowired
    OrderRequests requests;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Licenses licenses;

    @Autowired
    JdbcClient jdbc;

    OrderWorld world;

    @BeforeEach
    void gather() {
        world = new OrderWorld(organizations, users, partnerships, customers, prices);
    }

    @Test
    void tellsStrangersWhatItIsInTheirLanguage() {
        assertThat(mvc.get().uri("/").header("Accept-Language", "fr"))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/sign-in\"", "href=\"/enroll\"", "href=\"/directory\"", "Fournisseurs indirects");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/help/indirect-model", "/help/customer-accounts", "/help/customer-subscriptions"})
    void helpIsOpenToEverybody(String page) {
        assertThat(mvc.get().uri(page).header("Accept-Language", "en"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??");
    }

    @Test
    void unknownHelpIsNotFound() {
        assertThat(mvc.get().uri("/help/nothing")).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPERATOR", "INDIRECT_PROVIDER", "INDIRECT_RESELLER", "CUSTOMER"})
    void everybodyBeginsWithNothingDoneAndWithHelp(OrganizationKind kind) {
        var person = new People(organizations, users).of(kind, Role.GLOBAL_ADMIN);
        assertThat(home(person.signedIn()))
                .contains("What next", "Key figures", "/help/indirect-model", "Recent activity")
                .doesNotContain("??");
    }

    @Test
    void aNewProviderIsLedThroughTheFoundingDocumentInItsOrder() {
        var person = new People(organizations, users).provider(Role.GLOBAL_ADMIN);
        assertThat(home(person.signedIn()))
                .contains("0 of 8 done", "Nothing waits for you.", "Nothing to show yet.")
                .containsSubsequence(
                        "1. Connect with resellers",
                        "Request a partnership",
                        "Welcome your first indirect reseller",
                        "2. Connect with customers",
                        "Add a customer",
                        "Associate a reseller with a new customer",
                        "Add a subscription",
                        "Credit a reseller with a subscription",
                        "Name the designated support contact",
                        "Request a reseller relationship");
    }

    @Test
    void whatIsDoneIsTicked() {
        var scene = world.scene(true, false);
        order(scene, 12);
        assertThat(home(OrderWorld.as(scene.provider()))).contains("5 of 8 done");
    }

    @Test
    void theProviderSeesWhatWaitsForItsApprovalAndNobodyElse() {
        var scene = world.scene(true, false);
        requests.ask(
                scene.reseller(),
                OrderRequestId.next(),
                scene.relationship(),
                List.of(new OrderLine(scene.basic(), 3, null)));
        var waiting = "One request waits for your approval";
        assertThat(home(OrderWorld.as(scene.provider()))).contains(waiting, "href=\"/order-requests\"");
        assertThat(home(OrderWorld.as(world.person(scene.provider().organization(), Role.BILLING_ADMIN))))
                .doesNotContain(waiting);
        assertThat(home(OrderWorld.as(scene.reseller()))).contains("One of your requests waits for the provider");
        assertThat(home(OrderWorld.as(world.scene(true, false).provider()))).doesNotContain(waiting);
    }

    @Test
    void whatEndsWithoutRenewalIsToldToAllWhoCanDoSomething() {
        var scene = world.scene(true, false);
        var id = order(scene, 12);
        endSoon(id);
        assertThat(home(OrderWorld.as(scene.provider()))).doesNotContain("does not renew");
        subscriptions.autoRenew(
                scene.provider(), id, subscriptions.get(scene.provider(), id).version(), false);
        for (var viewer : List.of(scene.provider(), scene.reseller(), scene.customer())) {
            assertThat(home(OrderWorld.as(viewer))).contains("One subscription ends within 30 days and does not renew");
        }
    }

    @Test
    void whatIsSuspendedWaits() {
        var scene = world.scene(true, false);
        var id = order(scene, 12);
        subscriptions.suspend(
                scene.provider(), id, subscriptions.get(scene.provider(), id).version());
        assertThat(home(OrderWorld.as(scene.customer()))).contains("One subscription is suspended");
    }

    private void endSoon(SubscriptionId id) {
        jdbc.sql("update subscription set ends_at = starts_at + interval '20 days' where id = :id")
                .param("id", id.value())
                .update();
    }

    @Test
    void figuresAndChartsHoldOnlyTheViewersOwn() {
        var scene = world.scene(true, false);
        order(scene, 12);
        var neighbor = world.scene(true, false);
        order(neighbor, 99);
        assertThat(home(OrderWorld.as(scene.provider())))
                .contains("data-value=\"12\"", "Harbor Basic", "Active subscriptions by reseller", "€120.00")
                .doesNotContain("data-value=\"99\"", "data-value=\"111\"");
        assertThat(home(OrderWorld.as(scene.reseller())))
                .contains("data-value=\"12\"", "Northwind Traders")
                .doesNotContain("data-value=\"99\"", "€120.00", "at list prices");
        assertThat(home(OrderWorld.as(scene.customer())))
                .contains("data-value=\"12\"", "Licenses bought and assigned")
                .doesNotContain("data-value=\"99\"", "at list prices");
    }

    @Test
    void theCustomerSeesHowManyLicensesAreAssigned() {
        var scene = world.scene(true, false);
        var id = order(scene, 12);
        licenses.assign(
                scene.customer(), scene.relationship(), scene.customer().membership(), List.of(id), List.of(id));
        assertThat(home(OrderWorld.as(scene.customer())))
                .contains("Assigned licenses")
                .containsPattern("Harbor Basic</th>\\s*<td[^>]* data-value=\"12\">12</td>"
                        + "\\s*<td[^>]* data-value=\"1\">1</td>");
    }

    @Test
    void whoMayNotSeeSubscriptionsSeesNoneInNumbersEither() {
        var scene = world.scene(true, false);
        order(scene, 12);
        var billing = world.person(scene.provider().organization(), Role.BILLING_ADMIN);
        assertThat(home(OrderWorld.as(billing)))
                .doesNotContain("data-value", "Active subscriptions", "Subscriptions by month");
    }

    private SubscriptionId order(Scene scene, int quantity) {
        orders.place(
                scene.provider(),
                Uuids.next(),
                scene.relationship(),
                List.of(new OrderLine(scene.basic(), quantity, scene.reseller().organization())));
        return only(scene.provider(), scene);
    }

    private SubscriptionId only(Viewer viewer, Scene scene) {
        return subscriptions
                .list(viewer, scene.relationship(), null)
                .rows()
                .getFirst()
                .id();
    }

    private String home(RequestPostProcessor as) {
        var answer = mvc.get().uri("/").header("Accept-Language", "en").with(as).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }
}
