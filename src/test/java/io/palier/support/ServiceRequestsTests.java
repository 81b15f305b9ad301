package io.palier.support;

import static io.palier.support.SupportWorld.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palier.PalierTest;
import io.palier.audit.Activity;
import io.palier.customer.CustomerResellers;
import io.palier.customer.Customers;
import io.palier.identity.Right;
import io.palier.identity.Role;
import io.palier.identity.Viewer;
import io.palier.order.OrderWorld;
import io.palier.shared.Refusal;
import io.palier.shared.SearchText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Who asks whom, who sees it, and who may write to it. */
@PalierTest
@Import({OrderWorld.class, SupportWorld.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceRequestsTests {
    /** Who, role, and what is allowed: s see, o open and write for a customer, a ask the operator about oneself. */
    private static final String TABLE = """
            PROVIDER GLOBAL_ADMIN   soa
            PROVIDER USER_ADMIN     a
            PROVIDER BILLING_ADMIN  a
            PROVIDER ADMIN_AGENT    soa
            PROVIDER SALES_AGENT    sa
            PROVIDER HELPDESK_AGENT soa
            RESELLER GLOBAL_ADMIN   soa
            RESELLER USER_ADMIN     a
            RESELLER BILLING_ADMIN  a
            RESELLER ADMIN_AGENT    soa
            RESELLER SALES_AGENT    sa
            RESELLER HELPDESK_AGENT soa
            CUSTOMER GLOBAL_ADMIN   so
            """;

    @Autowired
    SupportWorld world;

    @Autowired
    ServiceRequests requests;

    @Autowired
    Customers customers;

    @Autowired
    CustomerResellers resellers;

    @Autowired
    Activity activity;

    private OrderWorld.@Nullable Scene shared;

    static Stream<Arguments> everyRole() {
        return TABLE.lines().map(line -> {
            var cells = line.split(" +", -1);
            return Arguments.of(cells[0], Role.valueOf(cells[1]), cells[2]);
        });
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("everyRole")
    void everyRoleMayWhatTheReferenceSays(String who, Role role, String allowed) {
        world.operator();
        var scene = sharedScene();
        var colleague = switch (who) {
            case "PROVIDER" -> scene.provider();
            case "RESELLER" -> scene.reseller();
            default -> scene.customer();
        };
        var seen = requests.open(colleague, scene.relationship(), wanted("Help"));
        var viewer = world.person(colleague.organization(), role);
        expect(allowed.contains("s"), Right.SEE_SERVICE_REQUESTS, () -> requests.get(viewer, seen.id()));
        var handling = allowed.contains("s") ? Right.HANDLE_SERVICE_REQUESTS : Right.SEE_SERVICE_REQUESTS;
        expect(
                allowed.contains("o"),
                handling,
                () -> requests.change(viewer, seen.id(), null, "One thing more.", null));
        expect(allowed.contains("a"), Right.ASK_OPERATOR, () -> requests.open(viewer, null, wanted("Us")));
        if (viewer.may(Right.SEE_CUSTOMERS) || who.equals("CUSTOMER")) {
            expect(
                    allowed.contains("o"),
                    Right.HANDLE_SERVICE_REQUESTS,
                    () -> requests.open(viewer, scene.relationship(), wanted("More")));
        }
    }

    private OrderWorld.Scene sharedScene() {
        var known = shared;
        if (known == null) {
            known = world.scene();
            shared = known;
        }
        return known;
    }

    private static void expect(boolean allowed, Right right, Runnable act) {
        if (allowed) {
            act.run();
        } else {
            assertThatThrownBy(act::run)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal)
                                    .usingRecursiveComparison()
                                    .comparingOnlyFields("code", "kind")
                                    .isEqualTo(Viewer.missing(right)))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal ->
                                    assertThat(refusal.arguments().toString()).contains(right.name()));
        }
    }

    @Test
    void aResellerAsksTheProviderAndTheProviderTheOperator() {
        var operator = world.operator();
        var scene = world.scene();
        var stranger = world.scene();
        var escalated = requests.open(scene.reseller(), scene.relationship(), wanted("Escalated"));
        var upstream = requests.open(scene.provider(), scene.relationship(), wanted("Upstream"));
        var own = requests.open(scene.reseller(), null, wanted("Our account"));
        assertThat(escalated.handler()).isEqualTo(scene.provider().organization());
        assertThat(upstream.handler()).isEqualTo(operator.organization());
        assertThat(own.handler()).isEqualTo(operator.organization());
        assertThat(titles(scene.reseller())).containsExactly("Our account", "Escalated");
        assertThat(titles(scene.provider())).containsExactly("Upstream", "Escalated");
        assertThat(titles(scene.customer())).as("what partners ask each other").isEmpty();
        assertThat(titles(operator)).contains("Upstream", "Our account").doesNotContain("Escalated");
        for (var seen : List.of(escalated, upstream, own)) {
            expectNothing(scene.customer(), seen);
            expectNothing(stranger.provider(), seen);
            expectNothing(stranger.reseller(), seen);
        }
        expectNothing(scene.reseller(), upstream);
        expectNothing(operator, escalated);
        expectNothing(scene.provider(), own);
    }

    private List<String> titles(Viewer viewer) {
        return requests.list(viewer, ServiceRequestFilter.of(null, null), null).rows().stream()
                .map(ServiceRequestView::title)
                .toList();
    }

    private void expectNothing(Viewer viewer, ServiceRequestView seen) {
        for (Runnable act : List.<Runnable>of(
                () -> requests.get(viewer, seen.id()),
                () -> requests.get(viewer, seen.number()),
                () -> requests.notes(viewer, seen.id()),
                () -> requests.change(viewer, seen.id(), null, "Hello?", null))) {
            assertThatThrownBy(act::run)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        }
    }

    @Test
    void aCustomerAsksItsProviderOrTheSupportContactOfASubscription() {
        var scene = world.scene();
        var ours = world.subscription(scene, null);
        var theirs = world.subscription(scene, scene.reseller().organization());
        var general = requests.open(scene.customer(), scene.relationship(), wanted("General"));
        var direct = requests.open(scene.customer(), scene.relationship(), wanted("Direct", ours));
        var supported = requests.open(scene.customer(), scene.relationship(), wanted("Supported", theirs));
        assertThat(general.handler()).isEqualTo(scene.provider().organization());
        assertThat(direct.handler()).isEqualTo(scene.provider().organization());
        assertThat(supported.handler()).isEqualTo(scene.reseller().organization());
        assertThat(titles(scene.provider())).containsExactly("Supported", "Direct", "General");
        assertThat(titles(scene.reseller()))
                .as("who looks after the customer sees what it asks")
                .containsExactly("Supported", "Direct", "General");
        var answered = requests.change(
                scene.reseller(), supported.id(), null, "Which device?", RequestStatus.ATTENTION_NEEDED);
        assertThat(answered.side()).isEqualTo(Side.HANDLING);
        assertThat(requests.get(scene.customer(), supported.id()).status()).isEqualTo(RequestStatus.ATTENTION_NEEDED);
        assertThatThrownBy(() -> requests.open(world.scene().customer(), scene.relationship(), wanted("Foreign", ours)))
                .hasMessage("not-found");
        var other = world.scene();
        assertThatThrownBy(() -> requests.open(other.customer(), other.relationship(), wanted("Foreign", ours)))
                .hasMessage("support.no-subscription");
    }

    @Test
    void aResellerThatNoLongerLooksAfterTheCustomerLeavesItsRequestsToTheProvider() {
        var scene = world.scene();
        var supported = world.subscription(scene, scene.reseller().organization());
        var asked = requests.open(scene.customer(), scene.relationship(), wanted("Asked", supported));
        var escalated = requests.open(scene.reseller(), scene.relationship(), wanted("Escalated", supported));
        resellers.change(
                scene.provider(), scene.relationship(), scene.reseller().organization(), null, "The contract ended.");
        assertThat(titles(scene.reseller())).as("still the support contact").contains("Asked", "Escalated");
        var replaced = requests.get(scene.provider(), asked.id());
        assertThat(replaced.handler()).isEqualTo(scene.reseller().organization());
        world.handBack(scene, supported);
        assertThat(titles(scene.reseller())).isEmpty();
        expectNothing(scene.reseller(), asked);
        expectNothing(scene.reseller(), escalated);
        assertThat(requests.get(scene.provider(), asked.id()).handler())
                .isEqualTo(scene.provider().organization());
        assertThat(titles(scene.provider())).contains("Asked", "Escalated");
    }

    @Test
    void aResellerWithoutDelegatedAdministrationAsksOnlyAsSupportContact() {
        var scene = world.scene();
        var credited = world.subscription(scene, null);
        var outsider = world.partner(scene);
        assertThatThrownBy(() -> requests.open(outsider, scene.relationship(), wanted("Who are you?")))
                .hasMessage("not-found");
        var supported = world.subscription(scene, scene.reseller().organization());
        resellers.change(
                scene.provider(), scene.relationship(), scene.reseller().organization(), null, "");
        var helper = scene.reseller();
        assertThatThrownBy(() -> requests.open(helper, scene.relationship(), wanted("In general")))
                .hasMessage("right-missing");
        assertThatThrownBy(() -> requests.open(helper, scene.relationship(), wanted("Another", credited)))
                .isInstanceOf(Refusal.class);
        assertThat(requests.open(helper, scene.relationship(), wanted("This one", supported))
                        .handler())
                .isEqualTo(scene.provider().organization());
        assertThat(requests.prepare(helper, scene.relationship()).subscriptions())
                .extracting(one -> one.id())
                .containsExactly(supported.id());
    }

    @Test
    void namesPeopleToTheirOwnOrganizationOnly() {
        var scene = world.scene();
        var seen = requests.open(scene.reseller(), scene.relationship(), wanted("Names"));
        requests.change(scene.provider(), seen.id(), null, "We look into it.", null);
        assertThat(seen.openedBy()).isEqualTo("Camille Durand");
        assertThat(requests.get(scene.provider(), seen.id()).openedBy()).isNull();
        assertThat(requests.notes(scene.provider(), seen.id()).getFirst().person())
                .isEqualTo("Camille Durand");
        assertThat(requests.notes(scene.reseller(), seen.id()).getFirst().person())
                .isNull();
        assertThat(seen.contact().firstName()).isEqualTo("Camille");
        assertThat(seen.contact().email()).isEqualTo(scene.reseller().signInName());
    }

    @Test
    void listsNarrowAndGoOn() {
        var scene = world.scene();
        for (int i = 0; i < 27; i++) {
            requests.open(scene.reseller(), scene.relationship(), wanted("Request " + i));
        }
        var closed = requests.open(scene.customer(), scene.relationship(), wanted("Clôturée"));
        requests.change(scene.provider(), closed.id(), 0, null, RequestStatus.CLOSED);
        var first = requests.list(scene.provider(), ServiceRequestFilter.of(null, null), null);
        assertThat(first.rows()).hasSize(25);
        var second = requests.list(scene.provider(), ServiceRequestFilter.of(null, null), first.next());
        assertThat(second.rows())
                .extracting(ServiceRequestView::title)
                .containsExactly("Request 2", "Request 1", "Request 0");
        assertThat(second.next()).isNull();
        assertThat(found(scene.provider(), "cloturee", null, null, null)).containsExactly("Clôturée");
        assertThat(found(scene.provider(), closed.number().substring(3), null, null, null))
                .containsExactly("Clôturée");
        assertThat(found(scene.provider(), "northwind", RequestStatus.CLOSED, null, null))
                .containsExactly("Clôturée");
        assertThat(found(scene.provider(), "fabrikam", RequestStatus.OPEN, null, null))
                .as("who asked")
                .hasSize(25);
        assertThat(found(scene.provider(), "", null, Severity.CRITICAL, null)).isEmpty();
        assertThat(found(scene.provider(), "", null, null, Side.ASKING)).isEmpty();
        assertThat(found(scene.reseller(), "cloturee", null, null, Side.ASKING)).isEmpty();
        assertThat(requests.list(scene.provider(), ServiceRequestFilter.of(null, null), 26, 5))
                .extracting(ServiceRequestView::title)
                .containsExactly("Request 1", "Request 0");
    }

    private List<String> found(
            Viewer viewer,
            String text,
            @Nullable RequestStatus status,
            @Nullable Severity severity,
            @Nullable Side side) {
        var filter = new ServiceRequestFilter(null, null, SearchText.of(text), status, severity, side);
        return requests.list(viewer, filter, null).rows().stream()
                .map(ServiceRequestView::title)
                .toList();
    }

    @Test
    void whoDecidesOnAnOldPageIsTold() {
        var scene = world.scene();
        var seen = requests.open(scene.reseller(), scene.relationship(), wanted("Race"));
        requests.change(scene.provider(), seen.id(), 0, "Solved?", null);
        assertThatThrownBy(() -> requests.change(scene.reseller(), seen.id(), 0, null, RequestStatus.CLOSED))
                .hasMessage("changed-meanwhile");
        assertThat(requests.change(scene.reseller(), seen.id(), 1, null, RequestStatus.CLOSED)
                        .closedAt())
                .isNotNull();
    }

    @Test
    void everyChangeIsInTheLogOfBothSides() {
        var scene = world.scene();
        var seen = requests.open(scene.reseller(), scene.relationship(), wanted("Logged"));
        requests.change(scene.provider(), seen.id(), null, "We look into it.", null);
        requests.change(scene.provider(), seen.id(), null, null, RequestStatus.CLOSED);
        for (var viewer : List.of(scene.reseller(), scene.provider())) {
            assertThat(kinds(viewer)).contains("support.opened", "support.noted", "support.status-changed");
        }
        assertThat(kinds(scene.customer())).noneMatch(kind -> kind.startsWith("support."));
    }

    private List<String> kinds(Viewer viewer) {
        return activity.kinds(viewer);
    }
}
