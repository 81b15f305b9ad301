package io.palier.subscription;

import static io.palier.order.OrderWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.palier.PalierTest;
import io.palier.identity.Viewer;
import io.palier.order.OrderLine;
import io.palier.order.OrderRequestId;
import io.palier.order.OrderRequests;
import io.palier.order.OrderWorld;
import io.palier.order.Orders;
import io.palier.order.RoundTrips;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a subscription goes through, from the page and by time; its days are moved back instead of the clock on. */
@PalierTest
@Import({OrderWorld.class, RoundTrips.class})
class SubscriptionLifeTests {
    @Autowired
    MockMvcTester mvc;

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
    TermEnds termEnds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void anUpgradeKeepsLicensesAssociationsAndWhatItWas() {
        var scene = world.scene(true, false);
        var reseller = scene.reseller().organization();
        var before = place(scene, new OrderLine(scene.basic(), 4, reseller));
        associations.setSupportContact(
                scene.provider(), before.id(), scene.provider().organization(), reseller, "They know it best.");
        assertThat(subscriptions.upgradeTargets(before, java.util.Locale.ENGLISH))
                .extracting(offer -> offer.title())
                .containsExactly("Harbor Plus");
        assertThat(change(
                        scene.provider(),
                        before,
                        "upgrade",
                        "target",
                        scene.plus().value()))
                .hasStatus3xxRedirection();
        var after = subscriptions.get(scene.provider(), before.id());
        assertThat(after.title()).isEqualTo("Harbor Plus");
        assertThat(after.quantity()).isEqualTo(4);
        assertThat(after.reseller()).isEqualTo(reseller);
        assertThat(after.supportContact()).isEqualTo(reseller);
        assertThat(String.valueOf(after.termCharge())).contains("960.00");
        assertThat(subscriptions.changes(scene.provider(), before.id())).first().satisfies(event -> {
            assertThat(event.kind()).isEqualTo("subscription.upgraded");
            assertThat(event.before()).isEqualTo("Harbor Basic");
            assertThat(event.after()).isEqualTo("Harbor Plus");
        });
        assertThat(show(scene.provider(), before))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence(
                        "Subscription upgraded",
                        "Harbor Basic",
                        "Harbor Plus",
                        "They know it best.",
                        "Subscription opened");
    }

    @Test
    void anUpgradeToWhatIsNoTargetIsRefused() {
        var scene = world.scene(true, false);
        var plus = place(scene, new OrderLine(scene.plus(), 4, null));
        assertThat(change(
                        scene.provider(),
                        plus,
                        "upgrade",
                        "target",
                        scene.basic().value()))
                .hasStatus(422)
                .bodyText()
                .contains("cannot be upgraded to that offer");
        assertThat(change(scene.provider(), plus, "upgrade", "target", "")).hasStatus(422);
    }

    @Test
    void thePageAsksBeforeItSuspendsAndCancelsAndSaysWhatFollows() {
        var scene = world.scene(true, false);
        var one = place(scene, new OrderLine(scene.basic(), 4, null));
        assertThat(show(scene.provider(), one))
                .bodyText()
                .contains(
                        "Yes, suspend",
                        "Users are locked out",
                        "Yes, cancel it",
                        "no license is assigned",
                        "Possible until");
        assertThat(show(scene.reseller(), one))
                .bodyText()
                .contains("Yes, suspend")
                .doesNotContain("Yes, cancel it");
        assertThat(change(scene.provider(), one, "suspension")).hasStatus3xxRedirection();
        var suspended = subscriptions.get(scene.provider(), one.id());
        assertThat(suspended.dataLostAt()).isNotNull();
        assertThat(show(scene.provider(), one)).bodyText().contains("Reactivate", "Data is lost on");
        assertThat(change(scene.provider(), suspended, "reactivation")).hasStatus3xxRedirection();
        var active = subscriptions.get(scene.provider(), one.id());
        assertThat(change(scene.provider(), active, "cancellation")).hasStatus3xxRedirection();
        assertThat(subscriptions.get(scene.provider(), one.id()).status()).isEqualTo(Status.CANCELED);
    }

    @Test
    void afterSevenDaysThePageSaysWhyNothingIsGivenBack() {
        var scene = world.scene(true, false);
        var one = place(scene, new OrderLine(scene.basic(), 4, null));
        age(one, Duration.ofDays(8));
        assertThat(show(scene.provider(), one))
                .bodyText()
                .contains("The 7 days for giving licenses back are over", "in the first 7 days of a term only")
                .doesNotContain("Yes, cancel it");
        assertThat(change(scene.provider(), one, "quantity", "quantity", "3"))
                .hasStatus(422)
                .bodyText()
                .contains("first 7 days", "value=\"3\"");
        assertThat(change(scene.provider(), one, "quantity", "quantity", "6")).hasStatus3xxRedirection();
        var more = subscriptions.get(scene.provider(), one.id());
        assertThat(change(scene.provider(), more, "cancellation")).hasStatus(422);
    }

    @Test
    void aTrialBecomesAPaidSubscription() {
        var scene = world.scene(true, false);
        var trial =
                place(scene, new OrderLine(scene.trial(), 25, scene.reseller().organization()));
        assertThat(trial.trial()).isTrue();
        assertThat(show(scene.provider(), trial)).bodyText().contains("Convert trial to paid subscription");
        assertThat(show(scene.reseller(), trial)).bodyText().doesNotContain("Convert trial to paid subscription");
        assertThat(mvc.post()
                        .uri(page(trial) + "/conversion")
                        .with(as(scene.provider()))
                        .with(csrf())
                        .param("version", "0")
                        .param("target", scene.plus().value())
                        .param("quantity", "7")
                        .exchange())
                .hasStatus3xxRedirection();
        var paid = subscriptions.get(scene.provider(), trial.id());
        assertThat(paid.trial()).isFalse();
        assertThat(paid.quantity()).isEqualTo(7);
        assertThat(paid.autoRenew()).isTrue();
        assertThatThrownBy(() -> place(scene, new OrderLine(scene.trial(), 25, null)))
                .hasMessage("order.trial-once");
    }

    @Test
    void aTrialExpiresAtItsEndAndItsDataIsLostMuchLater() {
        var scene = world.scene(true, false);
        var trial = place(scene, new OrderLine(scene.trial(), 25, null));
        age(trial, Duration.ofDays(29));
        termEnds.run();
        assertThat(status(scene, trial)).isEqualTo(Status.ACTIVE);
        age(trial, Duration.ofDays(2));
        termEnds.run();
        termEnds.run();
        assertThat(status(scene, trial)).isEqualTo(Status.EXPIRED);
        assertThat(kinds(scene, trial)).containsExactly("subscription.expired");
        age(trial, Duration.ofDays(121));
        termEnds.run();
        assertThat(status(scene, trial)).isEqualTo(Status.DELETED);
    }

    @Test
    void aTermWithAutoRenewBeginsAnotherAtThePriceOfThatDay() {
        var scene = world.scene(true, false);
        var one = place(scene, new OrderLine(scene.basic(), 2, null));
        world.reprice(one.productId(), "150.00", clock.instant().minus(Duration.ofDays(10)));
        age(one, Duration.ofDays(366));
        termEnds.run();
        var renewed = subscriptions.get(scene.provider(), one.id());
        assertThat(renewed.isActive()).isTrue();
        assertThat(renewed.unitPrice())
                .isNotNull()
                .satisfies(price -> assertThat(price.amount()).isEqualByComparingTo(new BigDecimal("150")));
        assertThat(renewed.startsAt()).isBefore(clock.instant());
        assertThat(renewed.endsAt()).isAfter(clock.instant().plus(Duration.ofDays(360)));
        termEnds.run();
        assertThat(kinds(scene, one)).containsExactly("subscription.renewed");
        assertThat(show(scene.provider(), one)).bodyText().contains("Subscription renewed");
    }

    @Test
    void aTermWithoutAutoRenewEnds() {
        var scene = world.scene(true, false);
        var one = place(scene, new OrderLine(scene.basic(), 2, null));
        subscriptions.autoRenew(scene.provider(), one.id(), one.version(), false);
        age(one, Duration.ofDays(366));
        termEnds.run();
        var ended = subscriptions.get(scene.provider(), one.id());
        assertThat(ended.status()).isEqualTo(Status.EXPIRED);
        assertThat(ended.dataLostAt()).isEqualTo(ended.endsAt().plus(Duration.ofDays(120)));
        assertThat(show(scene.provider(), one)).bodyText().contains("It has expired");
    }

    @Test
    void manyNodesAtOnceRenewOnce() throws Exception {
        var scene = world.scene(true, false);
        var one = place(scene, new OrderLine(scene.basic(), 2, null));
        var two = place(scene, new OrderLine(scene.plus(), 2, null));
        age(one, Duration.ofDays(366));
        age(two, Duration.ofDays(366));
        Callable<Boolean> node = () -> {
            termEnds.run();
            return true;
        };
        try (var nodes = Executors.newFixedThreadPool(8)) {
            for (var done : nodes.invokeAll(Collections.nCopies(8, node))) {
                assertThat(done.get()).isTrue();
            }
        }
        termEnds.run(); // what a node left to another that then did not
        assertThat(kinds(scene, one)).containsExactly("subscription.renewed");
        assertThat(kinds(scene, two)).containsExactly("subscription.renewed");
    }

    @Test
    void addOnsGoWithTheirBase() {
        var scene = world.scene(true, false);
        var base = place(scene, new OrderLine(scene.basic(), 2, null));
        var addOn = place(scene, new OrderLine(scene.addOn(), 2, null));
        assertThat(addOn.base()).isEqualTo(base.id());
        assertThat(show(scene.provider(), base)).bodyText().contains("Add-ons", "Harbor Archive", "suspended too");
        assertThat(show(scene.provider(), addOn)).bodyText().contains("Belongs to", "Harbor Basic");
        subscriptions.suspend(scene.provider(), base.id(), base.version());
        assertThat(status(scene, addOn)).isEqualTo(Status.SUSPENDED);
    }

    @Test
    void theCustomersAdminAsksForLicensesAndThePageSaysThatItWaits() {
        var scene = world.scene(true, false);
        var one = place(scene, new OrderLine(scene.basic(), 2, null));
        assertThat(show(scene.customer(), one)).bodyText().contains("Who helps", "Licenses you would like");
        var ask = page(one) + "/license-requests";
        assertThat(post(scene.customer(), ask, "quantity", "many"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a whole number", "value=\"many\"");
        assertThat(post(scene.customer(), ask, "quantity", "301"))
                .hasStatus(422)
                .bodyText()
                .contains("1 to 300");
        assertThat(post(scene.customer(), ask, "quantity", "9")).hasStatus3xxRedirection();
        assertThat(post(scene.customer(), ask, "quantity", "9"))
                .hasStatus(422)
                .bodyText()
                .contains("already");
        for (var viewer : List.of(scene.customer(), scene.provider(), scene.reseller())) {
            assertThat(show(viewer, one)).bodyText().contains("it waits for an answer");
        }
        var waiting = requests.list(scene.reseller(), true, null).rows().getFirst();
        assertThat(get(scene.reseller(), "/order-requests/" + waiting.id()))
                .hasStatusOk()
                .bodyText()
                .contains("Approve", "9 × Harbor Basic");
        assertThat(get(world.scene(true, false).provider(), "/order-requests/" + waiting.id()))
                .hasStatus(404);
        assertThat(post(scene.reseller(), "/order-requests/" + waiting.id() + "/approval", "reason", ""))
                .hasStatus3xxRedirection();
        assertThat(subscriptions.get(scene.customer(), one.id()).quantity()).isEqualTo(9);
        assertThat(show(scene.customer(), one)).bodyText().doesNotContain("it waits for an answer");
    }

    @Test
    void ofManyRequestsAtOnceOneIsKept() throws Exception {
        var scene = world.scene(true, false);
        var one = place(scene, new OrderLine(scene.basic(), 2, null));
        Callable<Integer> ask = () -> post(scene.customer(), page(one) + "/license-requests", "quantity", "9")
                .getResponse()
                .getStatus();
        var answers = new java.util.ArrayList<Integer>();
        try (var people = Executors.newFixedThreadPool(8)) {
            for (var done : people.invokeAll(Collections.nCopies(8, ask))) {
                answers.add(done.get());
            }
        }
        assertThat(answers).containsOnly(302, 422).containsOnlyOnce(302);
        assertThat(requests.list(scene.customer(), true, null).rows()).hasSize(1);
    }

    @Test
    void aResellerAsksForAnUpgradeAndReadsWhyItWasRefused() {
        var scene = world.scene(true, false);
        var one = place(scene, new OrderLine(scene.basic(), 2, null));
        assertThat(show(scene.reseller(), one)).bodyText().contains("Ask for approval", "Yes, ask");
        assertThat(post(
                        scene.reseller(),
                        page(one) + "/upgrade-requests",
                        "target",
                        scene.plus().value()))
                .hasStatus3xxRedirection();
        var asked = requests.list(scene.provider(), true, null).rows().getFirst();
        assertThat(post(scene.provider(), "/order-requests/" + asked.id() + "/refusal", "reason", "x".repeat(501)))
                .hasStatus(422);
        assertThat(post(scene.provider(), "/order-requests/" + asked.id() + "/refusal", "reason", "Next month."))
                .hasStatus3xxRedirection();
        assertThat(get(scene.reseller(), "/order-requests?answered=true"))
                .bodyText()
                .contains("Refused", "Next month.");
        assertThat(post(scene.provider(), "/order-requests/" + asked.id() + "/approval", "reason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("answered already");
        assertThat(post(scene.reseller(), "/order-requests/" + OrderRequestId.next() + "/withdrawal", "reason", ""))
                .hasStatus(404);
    }

    private SubscriptionView place(OrderWorld.Scene scene, OrderLine line) {
        orders.place(scene.provider(), UUID.randomUUID(), scene.relationship(), List.of(line));
        return subscriptions
                .list(scene.provider(), scene.relationship(), null)
                .rows()
                .getFirst();
    }

    private void age(SubscriptionView one, Duration by) {
        jdbc.sql("""
                        update subscription set starts_at = starts_at - :by::interval, ends_at = ends_at - :by::interval,
                            anchor_at = anchor_at - :by::interval, created_at = created_at - :by::interval,
                            data_lost_at = data_lost_at - :by::interval
                        where id = :id""").param("by", by.toString()).param("id", one.id().value()).update();
    }

    private Status status(OrderWorld.Scene scene, SubscriptionView one) {
        return subscriptions.get(scene.provider(), one.id()).status();
    }

    private List<String> kinds(OrderWorld.Scene scene, SubscriptionView one) {
        return subscriptions.changes(scene.provider(), one.id()).stream()
                .map(SubscriptionEvent::kind)
                .toList();
    }

    private static String page(SubscriptionView one) {
        return "/customers/" + one.relationship() + "/subscriptions/" + one.id();
    }

    private MvcTestResult show(Viewer viewer, SubscriptionView one) {
        return get(viewer, page(one));
    }

    private MvcTestResult get(Viewer viewer, String uri) {
        return mvc.get().uri(uri).with(as(viewer)).exchange();
    }

    private MvcTestResult change(Viewer viewer, SubscriptionView seen, String change) {
        return change(viewer, seen, change, "nothing", "");
    }

    private MvcTestResult change(Viewer viewer, SubscriptionView seen, String change, String name, String value) {
        return mvc.post()
                .uri(page(seen) + "/" + change)
                .with(as(viewer))
                .with(csrf())
                .param("version", Integer.toString(seen.version()))
                .param(name, value)
                .exchange();
    }

    private MvcTestResult post(Viewer viewer, String uri, String name, String value) {
        return mvc.post()
                .uri(uri)
                .with(as(viewer))
                .with(csrf())
                .param(name, value)
                .exchange();
    }
}
