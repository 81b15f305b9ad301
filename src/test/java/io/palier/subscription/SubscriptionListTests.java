package io.palier.subscription;

import static io.palier.order.OrderWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.palier.PalierTest;
import io.palier.identity.Role;
import io.palier.identity.Viewer;
import io.palier.order.OrderLine;
import io.palier.order.OrderWorld;
import io.palier.order.Orders;
import io.palier.order.RoundTrips;
import io.palier.organization.OrganizationId;
import io.palier.shared.Cursor;
import io.palier.subscription.BatchChange.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PalierTest
@Import({OrderWorld.class, RoundTrips.class})
class SubscriptionListTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    OrderWorld world;

    @Autowired
    Orders orders;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Associations associations;

    @Autowired
    AssociationBatches batches;

    @Test
    void findsByNameNicknameCustomerAndId() {
        var scene = world.scene(true, false);
        place(scene, new OrderLine(scene.basic(), 2, null), new OrderLine(scene.plus(), 3, null));
        var basic = titled(scene, "Harbor Basic");
        var plus = titled(scene, "Harbor Plus");
        subscriptions.rename(scene.provider(), plus.id(), plus.version(), "Écluse du quai");
        assertThat(found(scene, "search=basic")).containsExactly(basic.id());
        assertThat(found(scene, "search=ECLUSE")).containsExactly(plus.id());
        assertThat(found(scene, "search=northwind")).hasSize(2);
        assertThat(found(scene, "search=" + basic.id())).containsExactly(basic.id());
        assertThat(found(scene, "search=" + basic.customer())).hasSize(2);
        assertThat(found(world.scene(true, false), "search=" + basic.id())).isEmpty();
        assertThat(get(scene.provider(), "/subscriptions?search=nowhere"))
                .hasStatusOk()
                .bodyText()
                .contains("No subscription found", "value=\"nowhere\"");
    }

    @Test
    void filtersByStateResellerEndAndRenewal() {
        var scene = world.scene(true, false);
        var reseller = scene.reseller().organization();
        place(scene, new OrderLine(scene.basic(), 2, reseller), new OrderLine(scene.plus(), 3, null));
        var basic = titled(scene, "Harbor Basic");
        var plus = titled(scene, "Harbor Plus");
        subscriptions.suspend(scene.provider(), plus.id(), plus.version());
        subscriptions.autoRenew(scene.provider(), basic.id(), basic.version(), false);
        assertThat(found(scene, "status=active")).containsExactly(basic.id());
        assertThat(found(scene, "status=suspended")).containsExactly(plus.id());
        assertThat(found(scene, "reseller=" + reseller)).containsExactly(basic.id());
        assertThat(found(scene, "reseller=none")).containsExactly(plus.id());
        assertThat(found(scene, "renewal=off")).containsExactly(basic.id());
        assertThat(found(scene, "ending=30")).isEmpty();
        assertThat(found(scene, "ending=400")).hasSize(2);
        assertThat(found(scene, "kind=trial")).isEmpty();
        assertThat(found(scene, "status=unheard&sort=of&ending=never&renewal=x"))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void everyOrderGoesThroughAllPagesOnce(SubscriptionSort sort) {
        var scene = world.scene(true, false);
        for (int i = 0; i < 3; i++) {
            place(
                    scene,
                    Collections.nCopies(20, new OrderLine(scene.basic(), i + 1, null))
                            .toArray(OrderLine[]::new));
        }
        var filter = new SubscriptionFilter(
                null, SubscriptionFilter.ALL.text(), null, null, null, null, false, null, null, sort);
        var seen = new ArrayList<SubscriptionId>();
        Cursor next = null;
        do {
            var slice = subscriptions.list(scene.provider(), filter, next);
            slice.rows().forEach(row -> seen.add(row.id()));
            next = slice.next();
        } while (next != null);
        assertThat(seen).hasSize(60).doesNotHaveDuplicates();
        var forged = new Cursor(List.of("'; drop", UUID.randomUUID().toString()));
        assertThat(get(
                        scene.provider(),
                        "/subscriptions?sort=" + sort.name().toLowerCase(java.util.Locale.ROOT) + "&after=" + forged))
                .hasStatusOk();
    }

    @Test
    void exportsWhatIsFoundWithoutFormulas() {
        var scene = world.scene(true, false);
        place(scene, new OrderLine(scene.basic(), 2, scene.reseller().organization()));
        var only = titled(scene, "Harbor Basic");
        subscriptions.rename(scene.provider(), only.id(), only.version(), "=1+1");
        var file = get(scene.provider(), "/subscriptions/export.csv?search=basic");
        assertThat(file).hasStatusOk().hasHeader("Cache-Control", "no-store");
        assertThat(file)
                .bodyText()
                .contains(
                        "Subscription ID,Subscription,",
                        only.id().toString(),
                        ",'=1+1,",
                        "Fabrikam Services",
                        "240.00,EUR");
        assertThat(get(scene.reseller(), "/customers/" + scene.relationship() + "/subscriptions/export.csv"))
                .bodyText()
                .contains(only.id().toString())
                .doesNotContain("240.00");
    }

    @Test
    void showsWhatABatchChangesThenChangesItAndSaysWhatBecameOfEach() {
        var scene = world.scene(true, false);
        var reseller = scene.reseller().organization();
        var other = world.partner(scene.provider(), false).organization();
        place(
                scene,
                new OrderLine(scene.basic(), 1, reseller),
                new OrderLine(scene.basic(), 2, null),
                new OrderLine(scene.plus(), 3, other));
        var rows = list(scene);
        var ids = rows.stream().map(SubscriptionView::id).toList();
        assertThat(batches.preview(scene.provider(), Association.PARTNER_OF_RECORD, ids, other))
                .extracting(BatchChange::outcome)
                .containsOnlyOnce(Outcome.UNCHANGED)
                .contains(Outcome.WILL_CHANGE);
        assertThat(list(scene)).isEqualTo(rows);
        var seen = new LinkedHashMap<SubscriptionId, @Nullable OrganizationId>();
        rows.forEach(row -> seen.put(row.id(), row.reseller()));
        var one =
                rows.stream().filter(row -> row.reseller() == null).findFirst().orElseThrow();
        associations.setPartnerOfRecord(scene.provider(), one.id(), null, reseller, "");
        var done = batches.apply(scene.provider(), Association.PARTNER_OF_RECORD, seen, other, "moved in bulk");
        var outcomes = new HashMap<SubscriptionId, Outcome>();
        done.forEach(change -> outcomes.put(change.subscription().id(), change.outcome()));
        assertThat(outcomes.get(one.id())).as("changed meanwhile").isEqualTo(Outcome.REFUSED);
        assertThat(outcomes.values()).containsExactlyInAnyOrder(Outcome.REFUSED, Outcome.CHANGED, Outcome.UNCHANGED);
        var changed = done.stream()
                .filter(change -> change.outcome() == Outcome.CHANGED)
                .findFirst()
                .orElseThrow()
                .subscription();
        assertThat(associations.partnersOfRecord(scene.provider(), changed.id()))
                .extracting(period -> period.why())
                .startsWith("moved in bulk");
    }

    @Test
    void aBatchOfSupportContactsSaysWhereTheResellerHasNoRelationship() {
        var scene = world.scene(true, false);
        place(scene, new OrderLine(scene.basic(), 1, null));
        var only = list(scene).getFirst();
        var stranger = world.partner(scene.provider(), false).organization();
        var done = batches.apply(
                scene.provider(), Association.SUPPORT_CONTACT, Map.of(only.id(), only.supportContact()), stranger, "");
        assertThat(done).singleElement().satisfies(change -> {
            assertThat(change.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(change.problem()).isEqualTo("subscription.contact.no-relationship");
        });
        assertThat(list(scene)).containsExactly(only);
    }

    @Test
    void onlyTheProvidersPeopleWithTheRightChangeManyAndOnlyTheirOwn() {
        var scene = world.scene(true, false);
        place(scene, new OrderLine(scene.basic(), 1, null));
        var ids = list(scene).stream().map(SubscriptionView::id).toList();
        for (var viewer : List.of(
                scene.reseller(),
                scene.customer(),
                world.person(scene.provider().organization(), Role.HELPDESK_AGENT))) {
            assertThatThrownBy(() -> batches.preview(viewer, Association.PARTNER_OF_RECORD, ids, null))
                    .hasMessage("right-missing");
        }
        assertThat(batches.preview(world.scene(true, false).provider(), Association.PARTNER_OF_RECORD, ids, null))
                .isEmpty();
    }

    @Test
    void thePagesOfABatchLeadFromTheListToTheResult() {
        var scene = world.scene(true, false);
        place(scene, new OrderLine(scene.basic(), 1, null), new OrderLine(scene.plus(), 2, null));
        var rows = list(scene);
        var reseller = scene.reseller().organization().toString();
        assertThat(get(scene.provider(), "/subscriptions"))
                .bodyText()
                .contains("Set reseller", rows.getFirst().id().toString());
        assertThat(get(scene.provider(), "/subscriptions/associations?association=reseller"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing is ticked");
        assertThat(get(scene.provider(), "/subscriptions/associations?association=nothing"))
                .hasStatus(404);
        assertThat(get(scene.provider(), "/subscriptions/associations?association=reseller&all=true&search=plus"))
                .bodyText()
                .contains("Harbor Plus")
                .doesNotContain("Harbor Basic");
        assertThat(post(scene, "preview", "", rows)).hasStatus(422).bodyText().contains("Choose one.");
        assertThat(post(scene, "preview", reseller, rows)).bodyText().contains("2 will change", "Fabrikam Services");
        assertThat(new HashSet<>(
                        list(scene).stream().map(SubscriptionView::resellerName).toList()))
                .containsExactly((String) null);
        assertThat(post(scene, "submit", reseller, rows)).bodyText().contains("2 changed");
        assertThat(list(scene)).extracting(SubscriptionView::resellerName).containsOnly("Fabrikam Services");
        assertThat(post(scene, "submit", "none", rows))
                .bodyText()
                .contains("0 changed", "Somebody changed this meanwhile");
    }

    private MvcTestResult post(
            OrderWorld.Scene scene, String action, String organization, List<SubscriptionView> rows) {
        return mvc.post()
                .uri("/subscriptions/associations")
                .with(as(scene.provider()))
                .with(csrf())
                .param("association", "reseller")
                .param("action", action)
                .param("organization", organization)
                .param("why", "")
                .param("id", rows.stream().map(row -> row.id().toString()).toArray(String[]::new))
                .param("before", rows.stream().map(row -> "").toArray(String[]::new))
                .exchange();
    }

    private MvcTestResult get(Viewer viewer, String uri) {
        return mvc.get().uri(uri).with(as(viewer)).exchange();
    }

    /** The ids that the page shows, latest first. */
    private List<SubscriptionId> found(OrderWorld.Scene scene, String query) {
        var page = mvc.get()
                .uri("/subscriptions?" + query)
                .with(as(scene.provider()))
                .exchange();
        assertThat(page).hasStatusOk();
        return java.util.regex.Pattern.compile("name=\"id\" value=\"([0-9a-f-]{36})\"")
                .matcher(
                        new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                .results()
                .map(match -> new SubscriptionId(UUID.fromString(match.group(1))))
                .toList();
    }

    private void place(OrderWorld.Scene scene, OrderLine... lines) {
        orders.place(scene.provider(), UUID.randomUUID(), scene.relationship(), List.of(lines));
    }

    private List<SubscriptionView> list(OrderWorld.Scene scene) {
        return subscriptions.list(scene.provider(), scene.relationship(), null).rows();
    }

    private SubscriptionView titled(OrderWorld.Scene scene, String title) {
        return list(scene).stream()
                .filter(row -> row.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
