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
                .hasStatus(422)
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
