package io.palier.order;

import static io.palier.order.OrderWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.palier.PalierTest;
import io.palier.identity.Viewer;
import io.palier.subscription.Subscriptions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PalierTest
@Import({OrderWorld.class, RoundTrips.class})
class OrderPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    OrderWorld world;

    @Autowired
    Orders orders;

    @Autowired
    Subscriptions subscriptions;

    @Test
    void ordersThroughTheFormAndShowsEveryPage() {
        var scene = world.scene(true, false);
        var customer = "/customers/" + scene.relationship();
        var form = customer + "/subscriptions/new";
        assertThat(get(scene.provider(), customer)).hasStatusOk().bodyText().contains("No subscriptions yet");
        assertThat(get(scene.provider(), form + "?text=Harbor Basic"))
                .hasStatusOk()
                .bodyText()
                .contains("Harbor Basic", "Fabrikam Services");
        assertThat(get(scene.reseller(), form)).hasStatusOk().bodyText().doesNotContain("120.00");
        assertThat(post(scene.provider(), form, "update", scene, "2"))
                .hasStatusOk()
                .bodyText()
                .contains("240.00");
        assertThat(post(scene.provider(), form, "submit", scene, "many"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a whole number", "value=\"many\"");
        assertThat(post(scene.provider(), form, "submit", scene, "2")).hasStatus3xxRedirection();
        var id = subscriptions
                .list(scene.provider(), scene.relationship(), null)
                .rows()
                .getFirst()
                .id();
        var page = customer + "/subscriptions/" + id;
        for (var viewer : new Viewer[] {scene.provider(), scene.reseller(), scene.customer()}) {
            for (var uri : new String[] {customer, page, "/subscriptions", customer + "/orders", "/order-requests"}) {
                assertThat(get(viewer, uri)).as(uri).hasStatusOk();
            }
        }
        assertThat(get(world.scene(true, false).provider(), page)).hasStatus(404);
        assertThat(mvc.post()
                        .uri(page + "/quantity")
                        .with(as(scene.provider()))
                        .with(csrf())
                        .param("version", "7")
                        .param("quantity", "4")
                        .exchange())
                .hasStatus(409)
                .bodyText()
                .contains("Somebody changed this meanwhile", "value=\"4\"");
        var user = "/users/" + scene.customer().membership() + "/licenses";
        assertThat(get(scene.customer(), customer + user)).hasStatusOk();
        assertThat(mvc.post()
                        .uri(customer + user)
                        .with(as(scene.customer()))
                        .with(csrf())
                        .param("shown", id.toString())
                        .param("wanted", id.toString())
                        .exchange())
                .hasStatus3xxRedirection();
        assertThat(subscriptions.get(scene.customer(), id).assigned()).isEqualTo(1);
    }

    @Test
    void picksOffersAndKeepsThemThroughSearchesAndMistakes() {
        var scene = world.scene(true, false);
        var form = form(scene);
        assertThat(change(scene, "add", scene.plus().value(), "quantity-" + scene.basic(), "3"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "name=\"quantity-" + scene.basic() + "\" value=\"3\"",
                        "name=\"quantity-" + scene.plus() + "\" value=\"1\"",
                        "600.00");
        assertThat(change(scene, "remove", scene.basic().value(), "quantity-" + scene.basic(), "3"))
                .bodyText()
                .contains("Nothing picked yet");
        assertThat(change(scene, "action", "search", "quantity-" + scene.basic(), "301"))
                .bodyText()
                .contains("value=\"301\"", "aria-invalid=\"true\"", "1 to 300 licenses");
        assertThat(change(scene, "action", "submit", "quantity-" + scene.basic(), "301"))
                .hasStatus(422)
                .bodyText()
                .contains("allows 1 to 300 licenses", "value=\"301\"");
        assertThat(change(scene, "action", "submit", "quantity-" + scene.basic(), ""))
                .hasStatus(422);
        assertThat(change(scene, "action", "submit", "text", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Pick at least one offer");
        assertThat(change(scene, "add", "000000000000", "text", "")).hasStatus(404);
        assertThat(get(scene.provider(), form + "?text=trial")).bodyText().contains("Harbor Plus Trial", "not billed");
        assertThat(subscriptions
                        .list(scene.provider(), scene.relationship(), null)
                        .rows())
                .isEmpty();
    }

    @Test
    void saysWhyNothingCanBeOrderedAndKeepsWhatWasPicked() {
        var unsigned = world.scene(false, false);
        assertThat(get(unsigned.provider(), form(unsigned)))
                .bodyText()
                .contains("has not accepted the customer agreement");
        assertThat(change(unsigned, "action", "submit", "quantity-" + unsigned.basic(), "3"))
                .hasStatus(422)
                .bodyText()
                .contains("has not accepted the customer agreement", "value=\"3\"");
        var scene = world.scene(true, false);
        assertThat(change(scene, "action", "submit", "quantity-" + scene.trial(), "25"))
                .hasStatus3xxRedirection();
        assertThat(change(scene, "action", "submit", "quantity-" + scene.trial(), "25"))
                .hasStatus(422)
                .bodyText()
                .contains("the customer has had this trial already");
        assertThat(change(scene, "action", "submit", "quantity-" + scene.addOn(), "25"))
                .hasStatus(422)
                .bodyText()
                .contains("is an add-on");
    }

    @Test
    void aSuspendedPartnerIsNotCredited() {
        var scene = world.scene(true, false);
        world.suspend(scene.reseller().organization());
        assertThat(get(scene.provider(), form(scene)))
                .bodyText()
                .containsPattern("<option[^>]*disabled=\"disabled\"[^>]*>Fabrikam Services");
        assertThat(post(scene.provider(), form(scene), "submit", scene, "2"))
                .hasStatus(422)
                .bodyText()
                .contains("This reseller cannot be credited", "value=\"2\"");
    }

    @Test
    void findsOrdersByNumberCustomerOfferResellerAndDay() {
        var scene = world.scene(true, false);
        assertThat(post(scene.provider(), form(scene), "submit", scene, "2")).hasStatus3xxRedirection();
        var order =
                orders.list(scene.provider(), scene.relationship(), null).rows().getFirst();
        var number = order.number();
        for (var query : new String[] {
            "search=" + number.substring(0, 6).toLowerCase(java.util.Locale.ROOT),
            "search=northwind",
            "search=HARBOR",
            "reseller=" + scene.reseller().organization(),
            "from=2020-01-01&to=2999-01-01",
            "from=yesterday&reseller=nobody"
        }) {
            assertThat(get(scene.provider(), "/orders?" + query))
                    .as(query)
                    .hasStatusOk()
                    .bodyText()
                    .contains(number, "240.00", "Camille Durand");
        }
        for (var query : new String[] {
            "search=nowhere", "to=2020-01-01", "reseller=" + scene.provider().organization()
        }) {
            assertThat(get(scene.provider(), "/orders?" + query))
                    .as(query)
                    .hasStatusOk()
                    .bodyText()
                    .contains("No order found");
        }
        var own = "/customers/" + scene.relationship() + "/orders";
        assertThat(get(scene.reseller(), "/orders")).bodyText().contains(number).doesNotContain("240.00");
        assertThat(orders.get(scene.reseller(), scene.relationship(), order.id())
                        .person())
                .as("people are named to their own organization only")
                .isNull();
        assertThat(get(scene.customer(), "/orders")).bodyText().contains(number).doesNotContain("240.00");
        assertThat(get(world.scene(true, false).provider(), "/orders"))
                .bodyText()
                .doesNotContain(number);
        assertThat(get(world.scene(true, false).provider(), own)).hasStatus(404);
        assertThat(get(scene.provider(), own + "/" + order.id()))
                .bodyText()
                .contains(number, "Camille Durand", "120.00", "240.00");
        assertThat(get(scene.provider(), "/orders/export.csv?search=" + number))
                .bodyText()
                .contains("Order number,Date,Customer,", number, "Harbor Basic", "240.00,EUR");
        assertThat(get(scene.reseller(), own + "/export.csv"))
                .bodyText()
                .contains(number)
                .doesNotContain("240.00");
    }

    private static String form(OrderWorld.Scene scene) {
        return "/customers/" + scene.relationship() + "/subscriptions/new";
    }

    private MvcTestResult change(OrderWorld.Scene scene, String name, String value, String more, String content) {
        return mvc.post()
                .uri(form(scene))
                .with(as(scene.provider()))
                .with(csrf())
                .param("request", UUID.randomUUID().toString())
                .param(name, value)
                .param(more, content)
                .exchange();
    }

    private MvcTestResult get(Viewer viewer, String uri) {
        return mvc.get().uri(uri).with(as(viewer)).exchange();
    }

    private MvcTestResult post(Viewer viewer, String uri, String action, OrderWorld.Scene scene, String quantity) {
        return mvc.post()
                .uri(uri)
                .with(as(viewer))
                .with(csrf())
                .param("request", UUID.randomUUID().toString())
                .param("action", action)
                .param("text", "")
                .param("reseller", scene.reseller().organization().toString())
                .param("quantity-" + scene.basic(), quantity)
                .exchange();
    }
}
