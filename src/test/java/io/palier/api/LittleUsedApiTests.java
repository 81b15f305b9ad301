package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.identity.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What clients ask for in passing: it answers in the contract's shape, also where there is nothing to tell. */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class LittleUsedApiTests {
    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    private ApiWorld.Answer read(CommerceWorld.Scene scene, String path) {
        var answer = api.get(scene.provider(), path);
        assertThat(answer.status()).as(path + " " + answer.whole().body()).isEqualTo(200);
        assertThat(answer.text("/attributes/objectType")).as(path).isEqualTo("Collection");
        return answer;
    }

    private void requireEmpty(CommerceWorld.Scene scene, String path) {
        var answer = read(scene, path);
        assertThat(answer.json().path("totalCount").asInt(-1)).as(path).isZero();
        assertThat(answer.json().path("items").isArray()).as(path).isTrue();
    }

    private static int code(ApiWorld.Answer answer, int status) {
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(status);
        return answer.json().path("code").asInt();
    }

    @Test
    void listTheServicesThatAreManagedForACustomer() {
        var scene = world.scene();
        var path = scene.customerPath("/managedservices");
        requireEmpty(scene, path);
        var subscription = world.order(scene, "0001", 1, "").text("/lineItems/0/subscriptionId");
        var services = read(scene, path + "/");
        assertThat(services.text("/items/0/id")).isEqualTo(subscription);
        assertThat(services.text("/items/0/name")).isEqualTo("Harbor Basic");
        assertThat(services.text("/items/0/links/adminService/uri"))
                .startsWith("http")
                .endsWith("/subscriptions/" + subscription);
        assertThat(services.text("/items/0/attributes/objectType")).isEqualTo("ManagedService");
        assertThat(api.get(api.besides(scene.provider(), false, Role.ADMIN_AGENT), path)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void haveNoActivationLinks() {
        var scene = world.scene(false);
        var order = world.order(scene, "0001", 1, "");
        var path = scene.customerPath("/orders/" + order.text("/id"));
        requireEmpty(scene, path + "/activationLinks");
        requireEmpty(scene, path + "//lineitems/0/activationlinks/");
        for (var line : new String[] {"1", "-1", "x"}) {
            assertThat(code(api.get(scene.provider(), path + "/lineitems/" + line + "/activationlinks"), 404))
                    .isEqualTo(1000);
        }
        var subscription = order.text("/lineItems/0/subscriptionId");
        requireEmpty(scene, scene.customerPath("/subscriptions/" + subscription + "/activationLinks"));
    }

    @Test
    void haveNothingToMigrate() {
        var scene = world.scene(false);
        var subscription = world.order(scene, "0001", 1, "").text("/lineItems/0/subscriptionId");
        var path = scene.customerPath("/migrations/newcommerce");
        var body = "{\"CurrentSubscriptionId\": \"%s\", \"TermDuration\": \"P1Y\", \"AddOnMigrations\": null}";
        var eligibility = api.post(scene.provider(), path + "/validate", body.formatted(subscription));
        assertThat(eligibility.status()).as(eligibility.whole().body()).isEqualTo(200);
        assertThat(eligibility.json().path("isEligible").asBoolean(true)).isFalse();
        assertThat(eligibility.text("/currentSubscriptionId")).isEqualTo(subscription);
        assertThat(eligibility.text("/errors/0/description")).contains("legacy");
        assertThat(code(api.post(scene.provider(), path + "/validate", "{}"), 400))
                .isEqualTo(3000);
        assertThat(code(api.post(scene.provider(), path + "/validate", body.formatted(UUID.randomUUID())), 404))
                .isEqualTo(1000);
        assertThat(code(api.post(scene.provider(), path, body.formatted(subscription)), 400))
                .isEqualTo(800042);
        for (var rest : new String[] {"", "/schedules", "/events"}) {
            requireEmpty(scene, path + rest);
            requireEmpty(scene, "/v1/migrations/newcommerce" + rest);
        }
        assertThat(code(api.get(scene.provider(), path + "/" + UUID.randomUUID()), 404))
                .isEqualTo(1000);
    }

    @Test
    void haveNoPromotions() {
        var scene = world.scene(false);
        requireEmpty(scene, "/v1/productpromotions?country=FR&segment=commercial");
        assertThat(code(api.get(scene.provider(), "/v1/productpromotions?country=FR"), 400))
                .isEqualTo(800002);
        assertThat(code(api.get(scene.provider(), "/v1/productpromotions/39NFJQT1Q5KN?country=FR"), 404))
                .isEqualTo(1000);
        var answer = api.post(scene.provider(), scene.customerPath("/promotionEligibilities"), """
                {"Items": [
                  {"Id": 0, "CatalogItemId": "%s", "Quantity": 5, "BillingCycle": "Monthly", "TermDuration": "P1Y",
                   "PromotionId": "39NFJQT1Q5KN"},
                  {"Id": 1, "CatalogItemId": "x", "Quantity": 5, "BillingCycle": "annual", "PromotionId": null}]}""".formatted(
                        world.item(scene, "0001")));
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(200);
        assertThat(answer.json().at("/items/0/eligibilities/0/isEligible").asBoolean(true))
                .isFalse();
        assertThat(answer.text("/items/0/eligibilities/0/errors/0/type")).isEqualTo("InvalidPromotion");
        assertThat(answer.json().at("/items/1/eligibilities").size()).isZero();
        assertThat(answer.text("/items/1/billingCycle")).isEqualTo("annual");
    }

    @Test
    void haveNoEntitlements() {
        var scene = world.scene();
        requireEmpty(scene, scene.customerPath("/entitlements"));
        requireEmpty(scene, scene.customerPath("/entitlements?entitlementType=ReservedInstance&showExpiry=true"));
        assertThat(code(api.get(scene.provider(), scene.customerPath("/entitlements?entitlementtype=castle")), 400))
                .isEqualTo(900126);
    }
}
