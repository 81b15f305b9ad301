package io.palier.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palier.PalierTest;
import io.palier.People;
import io.palier.catalog.PriceListImport;
import io.palier.customer.CustomerResellers;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipRequestAnswered;
import io.palier.identity.Role;
import io.palier.identity.Users;
import io.palier.identity.Viewer;
import io.palier.invitation.InvitationId;
import io.palier.order.OrderLine;
import io.palier.order.OrderRequestId;
import io.palier.order.OrderRequests;
import io.palier.order.OrderWorld;
import io.palier.order.OrderWorld.Scene;
import io.palier.order.Orders;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.partner.EnrollmentAnswered;
import io.palier.partner.EnrollmentSubmitted;
import io.palier.partner.Partners;
import io.palier.partner.PartnershipEstablished;
import io.palier.partner.Partnerships;
import io.palier.shared.Uuids;
import io.palier.subscription.Associations;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.Subscriptions;
import io.palier.support.NewServiceRequest;
import io.palier.support.RequestStatus;
import io.palier.support.ServiceRequestView;
import io.palier.support.ServiceRequests;
import io.palier.support.Severity;
import io.palier.support.SupportTopic;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Listeners work after the answer, on a thread of their own: what is told is waited for. */
@PalierTest
class NotificationsTests {
    /** Other tests move the business clock on. */
    @Autowired
    Clock clock;

    private Instant at = Instant.EPOCH;
    private static final Pattern READ = Pattern.compile("action=\"(/notifications/[0-9a-f-]{36}/read)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Organizations organizations;

    @Autowired
    Users users;

    @Autowired
    Partnerships partnerships;

    @Autowired
    Partners partners;

    @Autowired
    Customers customers;

    @Autowired
    CustomerResellers resellers;

    @Autowired
    PriceListImport prices;

    @Autowired
    Orders orders;

    @Autowired
    OrderRequests requests;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    ServiceRequests serviceRequests;

    @Autowired
    Associations associations;

    @Autowired
    PartnershipNews partnershipNews;

    @Autowired
    CustomerNews customerNews;

    @Autowired
    StandingNews standingNews;

    @Autowired
    EndingNews endingNews;

    @Autowired
    JdbcClient jdbc;

    OrderWorld world;

    @BeforeEach
    void gather() {
        at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        world = new OrderWorld(organizations, users, partnerships, customers, prices);
    }

    @Test
    void bothSidesAreToldOnceAndEachPersonReadsForThemselves() {
        var people = new People(organizations, users);
        var provider = people.provider(Role.GLOBAL_ADMIN);
        var colleague = people.in(provider.organization(), Role.SALES_AGENT);
        var reseller = people.of(OrganizationKind.INDIRECT_RESELLER, Role.GLOBAL_ADMIN);
        var event = new PartnershipEstablished(provider.organization(), reseller.organization(), at);
        partnershipNews.on(event);
        partnershipNews.on(event);

        await().untilAsserted(() -> assertThat(list(provider.signedIn()))
                .contains("You and Test " + reseller.organization() + " are partners now.", "one unread"));
        await().untilAsserted(() -> assertThat(list(reseller.signedIn()))
                .contains("You and Test " + provider.organization() + " are partners now."));
        assertThat(mvc.post().uri("/notifications/read").with(provider.signedIn()))
                .hasStatus3xxRedirection();
        assertThat(list(provider.signedIn())).doesNotContain("unread,", "one unread");
        assertThat(list(colleague.signedIn())).contains("one unread");
    }

    @Test
    void whatIsOlderThanAMonthIsNotNewAnyMore() {
        var people = new People(organizations, users);
        var provider = people.provider(Role.GLOBAL_ADMIN);
        var reseller = people.of(OrganizationKind.INDIRECT_RESELLER, Role.GLOBAL_ADMIN);
        partnershipNews.on(new PartnershipEstablished(
                provider.organization(), reseller.organization(), at.minus(31, ChronoUnit.DAYS)));
        await().untilAsserted(() -> assertThat(list(provider.signedIn())).contains("are partners now."));
        assertThat(list(provider.signedIn())).doesNotContain("unread\"", "one unread", "Mark as read");
        assertThat(read("/notifications?unread=true", provider.signedIn())).contains("Everything is read");
    }

    @Test
    void openingOneMarksItReadAndLeadsThere() {
        var people = new People(organizations, users);
        var provider = people.provider(Role.GLOBAL_ADMIN);
        var reseller = people.of(OrganizationKind.INDIRECT_RESELLER, Role.GLOBAL_ADMIN);
        partnershipNews.on(new PartnershipEstablished(provider.organization(), reseller.organization(), at));
        await().untilAsserted(() -> assertThat(list(provider.signedIn())).contains("one unread"));
        var found = READ.matcher(list(provider.signedIn()));
        assertThat(found.find()).isTrue();
        assertThat(mvc.post().uri(found.group(1)).param("open", "true").with(reseller.signedIn()))
                .hasStatus(404);
        assertThat(mvc.post().uri(found.group(1)).param("open", "true").with(provider.signedIn()))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/resellers");
        assertThat(read("/notifications?unread=true", provider.signedIn())).contains("Everything is read");
        assertThat(list(provider.signedIn())).contains("are partners now.");
    }

    @Test
    void ordersAskedForApprovedAndPlacedAreTold() {
        var scene = world.scene(true, false);
        var id = ask(scene);
        await().untilAsserted(() -> assertThat(list(scene.provider()))
                .contains("Fabrikam Services asks for your approval for Northwind Traders."));
        requests.approve(scene.provider(), id);
        await().untilAsserted(() -> assertThat(list(scene.reseller()))
                .contains(
                        "Contoso Distribution approved your request for Northwind Traders.",
                        "for Northwind Traders and credited you."));
        await().untilAsserted(
                        () -> assertThat(list(scene.customer())).contains("Contoso Distribution placed the order"));
        assertThat(list(scene.provider())).doesNotContain("placed the order");
    }

    @Test
    void whatIsAskedAnsweredAndClosedIsToldToTheOtherSide() {
        var scene = world.scene(true, false);
        var urgent = help(scene.reseller(), scene, Severity.CRITICAL);
        var number = urgent.number();
        await().untilAsserted(() -> assertThat(list(scene.provider()))
                .contains(
                        "Fabrikam Services opened the critical service request " + number + " for Northwind Traders"));
        serviceRequests.change(scene.provider(), urgent.id(), null, "Which one?", RequestStatus.ATTENTION_NEEDED);
        await().untilAsserted(() -> assertThat(list(scene.reseller()))
                .contains("Contoso Distribution waits for your answer to the service request " + number));
        serviceRequests.change(scene.reseller(), urgent.id(), null, "The first.", null);
        await().untilAsserted(() -> assertThat(list(scene.provider()))
                .contains("Fabrikam Services wrote to the service request " + number));
        serviceRequests.change(scene.provider(), urgent.id(), null, null, RequestStatus.CLOSED);
        await().untilAsserted(() -> assertThat(list(scene.reseller()))
                .contains("Contoso Distribution closed the service request " + number));
        serviceRequests.change(scene.reseller(), urgent.id(), null, "It is back.", null);
        await().untilAsserted(() -> assertThat(list(scene.provider()))
                .contains("Fabrikam Services reopened the service request " + number));
        assertThat(list(scene.provider())).doesNotContain("Contoso Distribution closed");
        assertThat(list(scene.customer())).doesNotContain(number);
        var sales = world.person(scene.provider().organization(), Role.USER_ADMIN);
        assertThat(list(sales)).as("without the right to see it").doesNotContain(number);
        var own = help(scene.customer(), scene, Severity.MINIMAL);
        await().untilAsserted(() -> assertThat(list(scene.provider()))
                .contains("Northwind Traders opened the service request " + own.number() + "."));
    }

    private ServiceRequestView help(Viewer viewer, Scene scene, Severity severity) {
        return serviceRequests.open(
                viewer,
                scene.relationship(),
                new NewServiceRequest(SupportTopic.OTHER, severity, "Help", "Nothing works.", null, ENGLISH, null));
    }

    @Test
    void aRefusalIsToldWithItsReason() {
        var scene = world.scene(true, false);
        requests.refuse(scene.provider(), ask(scene), "Not this year.");
        await().untilAsserted(() -> assertThat(list(scene.reseller()))
                .contains("Contoso Distribution refused your request for Northwind Traders: Not this year."));
    }

    @Test
    void theProviderIsToldWhatAResellerOrders() {
        var scene = world.scene(true, true);
        orders.place(
                scene.reseller(),
                Uuids.next(),
                scene.relationship(),
                List.of(new OrderLine(scene.basic(), 2, scene.reseller().organization())));
        await().untilAsserted(() -> assertThat(list(scene.provider()))
                .contains("Fabrikam Services placed the order", "for Northwind Traders."));
    }

    @Test
    void anAddedCustomerIsToldToItsReseller() {
        var scene = world.scene(true, false);
        await().untilAsserted(() -> assertThat(list(scene.reseller()))
                .contains("Contoso Distribution added the customer Northwind Traders; you look after it."));
    }

    @Test
    void anotherResellerIsToldToBothAndToTheCustomer() {
        var scene = world.scene(true, false);
        var other = world.partner(scene.provider(), false);
        resellers.change(
                scene.provider(), scene.relationship(), scene.reseller().organization(), other.organization(), "");
        await().untilAsserted(() -> assertThat(list(scene.reseller()))
                .contains("You no longer look after Northwind Traders for Contoso Distribution."));
        await().untilAsserted(() ->
                assertThat(list(other)).contains("You look after Northwind Traders for Contoso Distribution now."));
        await().untilAsserted(() -> assertThat(list(scene.customer()))
                .contains("Fabrikam Services looks after your account for Contoso Distribution now."));
    }

    @Test
    void whatACustomerTakesBackAndEndsIsToldToItsPartners() {
        var scene = world.scene(true, false);
        var seen = customers.get(scene.customer(), scene.relationship());
        resellers.removeDelegation(
                scene.customer(),
                scene.relationship(),
                seen.version(),
                scene.reseller().organization());
        await().untilAsserted(() -> assertThat(list(scene.reseller()))
                .contains("Northwind Traders took delegated administration back from Fabrikam Services."));
        resellers.remove(
                scene.customer(),
                scene.relationship(),
                customers.get(scene.customer(), scene.relationship()).version());
        await().untilAsserted(() -> assertThat(list(scene.provider()))
                .contains("The relationship between Contoso Distribution and Northwind Traders has ended."));
        assertThat(list(scene.customer())).doesNotContain("has ended");
    }

    @Test
    void answersToRelationshipRequestsAreToldToBothWhoAsked() {
        var scene = world.scene(true, false);
        customerNews.on(new RelationshipRequestAnswered(
                new InvitationId(UUID.randomUUID()),
                scene.provider().organization(),
                scene.reseller().organization(),
                scene.customer().organization(),
                "Tailspin Toys",
                false,
                "We stay alone.",
                at));
        for (var asker : List.of(scene.provider(), scene.reseller())) {
            await().untilAsserted(() -> assertThat(list(asker))
                    .contains("Tailspin Toys declined your relationship request: We stay alone."));
        }
    }

    @Test
    void changesOfASubscriptionAreToldToTheOthersWhoHaveToDoWithIt() {
        var scene = world.scene(true, false);
        var id = order(scene);
        var seen = subscriptions.get(scene.reseller(), id);
        subscriptions.autoRenew(scene.reseller(), id, seen.version(), false);
        var told = "Fabrikam Services changed the automatic renewal of Harbor Basic for Northwind Traders.";
        for (var other : List.of(scene.provider(), scene.customer())) {
            await().untilAsserted(() -> assertThat(list(other)).contains(told, "/notifications/"));
        }
        assertThat(list(scene.reseller())).doesNotContain(told);
        assertThat(list(world.scene(true, false).provider())).doesNotContain(told);
    }

    @Test
    void creditAndSupportAreToldToWhoGainsAndWhoLosesThem() {
        var scene = world.scene(true, false);
        var id = order(scene);
        associations.setSupportContact(
                scene.provider(),
                id,
                scene.provider().organization(),
                scene.reseller().organization(),
                "");
        await().untilAsserted(() -> assertThat(list(scene.reseller()))
                .contains("You are the designated support contact of Harbor Basic for Northwind Traders now."));
        await().untilAsserted(() -> assertThat(list(scene.customer()))
                .contains("For help with Harbor Basic, turn to Fabrikam Services now."));
        associations.setPartnerOfRecord(scene.provider(), id, scene.reseller().organization(), null, "");
        await().untilAsserted(() -> assertThat(list(scene.reseller()))
                .contains("You are no longer the partner of record of Harbor Basic for Northwind Traders."));
    }

    @Test
    void enrollmentsAndTheirAnswersAreTold() {
        var people = new People(organizations, users);
        var operator = people.of(OrganizationKind.OPERATOR, Role.GLOBAL_ADMIN);
        var reseller = people.of(OrganizationKind.INDIRECT_RESELLER, Role.GLOBAL_ADMIN);
        standingNews.on(new EnrollmentSubmitted(reseller.organization(), at));
        standingNews.on(new EnrollmentAnswered(reseller.organization(), true, at));
        await().untilAsserted(() -> assertThat(list(operator.signedIn()))
                .contains("Test " + reseller.organization() + " enrolled as indirect reseller"));
        await().untilAsserted(() -> assertThat(list(reseller.signedIn())).contains("Your enrollment is approved"));
    }

    @Test
    void aSuspensionIsToldToThePartnerAndToItsPartners() {
        var scene = world.scene(true, false);
        var operator = world.person(operator(), Role.GLOBAL_ADMIN);
        var reseller = organizations.get(scene.reseller().organization());
        partners.suspend(operator, reseller.id(), reseller.version(), "Unpaid bills");
        await().untilAsserted(() -> assertThat(list(scene.provider()))
                .contains("Fabrikam Services is suspended: for now, nothing new is possible with it."));
        await().untilAsserted(() ->
                assertThat(list(scene.reseller())).contains("The operator suspended Fabrikam Services: Unpaid bills"));
    }

    @Test
    void anEndOfATermIsToldOnceAndInEachPersonsLanguage() {
        var scene = world.scene(true, false);
        var id = order(scene);
        subscriptions.autoRenew(
                scene.provider(), id, subscriptions.get(scene.provider(), id).version(), false);
        jdbc.sql(
                        "update subscription set ends_at = starts_at + interval '20 days', title_fr = 'Port de base' where id = :id")
                .param("id", id.value())
                .update();
        endingNews.run();
        endingNews.run();
        var told = " for Northwind Traders ends on ";
        for (var viewer : List.of(scene.provider(), scene.reseller(), scene.customer())) {
            await().untilAsserted(() ->
                    assertThat(list(viewer)).contains("Harbor Basic" + told).containsOnlyOnce(told));
        }
        speakFrench(scene.customer());
        assertThat(list(scene.customer())).contains("Port de base pour Northwind Traders prend fin le ");
    }

    @Test
    void aTrialIsToldAWeekBeforeItsEnd() {
        var scene = world.scene(true, false);
        var id = order(scene);
        jdbc.sql("update subscription set ends_at = starts_at + interval '8 days', trial = true where id = :id")
                .param("id", id.value())
                .update();
        endingNews.run();
        assertThat(list(scene.provider())).doesNotContain("The trial");
        jdbc.sql("update subscription set ends_at = starts_at + interval '6 days' where id = :id")
                .param("id", id.value())
                .update();
        endingNews.run();
        await().untilAsserted(() ->
                assertThat(list(scene.provider())).contains("The trial Harbor Basic for Northwind Traders ends on "));
    }

    @Test
    void nobodyIsToldWhatTheyHaveNoRightToSee() {
        var scene = world.scene(true, false);
        ask(scene);
        await().untilAsserted(() -> assertThat(list(scene.provider())).contains("asks for your approval"));
        var billing = world.person(scene.provider().organization(), Role.BILLING_ADMIN);
        assertThat(list(billing)).doesNotContain("asks for your approval").contains("No notifications");
        var found = READ.matcher(list(scene.provider()));
        assertThat(found.find()).isTrue();
        assertThat(mvc.post()
                        .uri(found.group(1))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .with(OrderWorld.as(billing)))
                .hasStatus(404);
    }

    private OrganizationId operator() {
        return new People(organizations, users)
                .of(OrganizationKind.OPERATOR, Role.GLOBAL_ADMIN)
                .organization();
    }

    private void speakFrench(Viewer viewer) {
        jdbc.sql("update account set language = 'fr' where id = :id")
                .param("id", viewer.account().value())
                .update();
    }

    private OrderRequestId ask(Scene scene) {
        return requests.ask(
                scene.reseller(),
                OrderRequestId.next(),
                scene.relationship(),
                List.of(new OrderLine(scene.basic(), 3, null)));
    }

    private SubscriptionId order(Scene scene) {
        orders.place(
                scene.provider(),
                Uuids.next(),
                scene.relationship(),
                List.of(new OrderLine(scene.basic(), 12, scene.reseller().organization())));
        return subscriptions
                .list(scene.provider(), scene.relationship(), null)
                .rows()
                .getFirst()
                .id();
    }

    private String list(Viewer viewer) {
        return list(OrderWorld.as(viewer));
    }

    private String list(RequestPostProcessor as) {
        return read("/notifications", as);
    }

    private String read(String page, RequestPostProcessor as) {
        var answer = mvc.get().uri(page).with(as).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }
}
