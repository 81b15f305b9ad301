package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Subscriptions and everything that changes one (commerce contract 4). */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class SubscriptionsApiTests {
    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    private String ordered(CommerceWorld.Scene scene, String sku, int quantity) {
        var order = world.order(scene, sku, quantity, "");
        assertThat(order.status()).as(order.whole().body()).isEqualTo(201);
        return scene.customerPath("/subscriptions/" + order.text("/lineItems/0/subscriptionId"));
    }

    private ApiWorld.Answer patch(CommerceWorld.Scene scene, String path, String body) {
        return api.send(scene.provider(), "PATCH", path, body);
    }

    @Test
    void listByOrderAndPartner() {
        var scene = world.scene();
        var order = world.order(scene, "0001", 5, ", \"partnerIdOnRecord\": \"" + scene.partnerId() + "\"");
        world.order(scene, "0002", 1, "");
        var path = scene.customerPath("/subscriptions");
        assertThat(count(scene, path)).isEqualTo(2);
        assertThat(count(scene, path + "?order_id=" + order.text("/id"))).isEqualTo(1);
        assertThat(count(scene, path + "?mpn_id=" + scene.partnerId())).isEqualTo(1);
        assertThat(count(scene, path + "?mpn_id=1")).isZero();
        var one = api.get(scene.provider(), path + "?mpnId=" + scene.partnerId());
        assertThat(one.text("/items/0/status")).isEqualTo("active");
        assertThat(one.text("/items/0/attributes/etag")).isNotBlank();
        assertThat(one.text("/items/0/contractType")).isEqualTo("subscription");
        assertThat(one.text("/items/0/termDuration")).isEqualTo("P1Y");
        assertThat(one.text("/items/0/refundOptions/0/type")).isEqualTo("Full");
        assertThat(one.json().at("/items/0/refundableQuantity/totalQuantity").asInt())
                .isEqualTo(5);
    }

    private int count(CommerceWorld.Scene scene, String path) {
        return api.get(scene.provider(), path).json().path("totalCount").asInt();
    }

    @Test
    void changeOneFieldOfTheWholeObjectSentBack() {
        var scene = world.scene();
        var path = ordered(scene, "0001", 5);
        var whole = api.get(scene.provider(), path).whole().body();
        var changed = patch(scene, path, whole.replace("\"quantity\":5", "\"quantity\":8"));
        assertThat(changed.status()).as(changed.whole().body()).isEqualTo(200);
        assertThat(changed.json().path("quantity").asInt()).isEqualTo(8);
        assertThat(changed.text("/friendlyName")).isEqualTo("Harbor Basic");
        assertThat(patch(scene, path, "{\"FriendlyName\": \"Crew\", \"Quantity\": null, \"AutoRenewEnabled\": false}")
                        .text("/friendlyName"))
                .isEqualTo("Crew");
        var now = api.get(scene.provider(), path);
        assertThat(now.json().path("autoRenewEnabled").asBoolean()).isFalse();
        assertThat(now.json().path("quantity").asInt()).isEqualTo(8);
        var stale = api.send(scene.provider(), "PATCH", path, "{\"quantity\": 9}", "If-Match", "\"old\"");
        assertThat(stale.json().path("code").asInt()).isEqualTo(2055);
        assertThat(patch(scene, path, "{\"quantity\": 301}").json().path("code").asInt())
                .isEqualTo(2002);
        assertThat(patch(scene, path, "{\"billingCycle\": \"triennial\"}")
                        .json()
                        .path("code")
                        .asInt())
                .isEqualTo(2054);
    }

    @Test
    void changeAllOrNothing() {
        var scene = world.scene();
        var path = ordered(scene, "0001", 5);
        assertThat(patch(scene, path, "{\"friendlyName\": \"Half\", \"quantity\": 301}")
                        .status())
                .isEqualTo(400);
        assertThat(api.get(scene.provider(), path).text("/friendlyName")).isEqualTo("Harbor Basic");
    }

    @Test
    void suspendReactivateAndEnd() {
        var scene = world.scene();
        var path = ordered(scene, "0001", 5);
        assertThat(patch(scene, path, "{\"status\": \"Suspended\"}").text("/status"))
                .isEqualTo("suspended");
        assertThat(api.get(scene.provider(), path).text("/suspensionReasons/0")).isNotBlank();
        assertThat(patch(scene, path, "{\"quantity\": 6}").json().path("code").asInt())
                .isEqualTo(2001);
        assertThat(patch(scene, path, "{\"status\": \"active\", \"quantity\": 6}")
                        .text("/status"))
                .isEqualTo("active");
        assertThat(patch(scene, path, "{\"status\": \"deleted\"}").text("/status"))
                .isEqualTo("deleted");
        assertThat(patch(scene, path, "{\"status\": \"active\"}")
                        .json()
                        .path("code")
                        .asInt())
                .isEqualTo(2011);
    }

    @Test
    void moveTheCreditBetweenResellers() {
        var scene = world.scene();
        var path = ordered(scene, "0001", 5);
        assertThat(patch(scene, path, "{\"partnerId\": \"" + scene.partnerId() + "\"}")
                        .text("/partnerId"))
                .isEqualTo(scene.partnerId());
        var other = Integer.toString(Integer.parseInt(scene.partnerId()) + 20_000_000);
        world.reseller(scene.provider(), other);
        assertThat(patch(scene, path, "{\"partnerId\": \"" + other + "\"}").text("/partnerId"))
                .isEqualTo(other);
        assertThat(patch(scene, path, "{\"partnerId\": \"12345\"}")
                        .json()
                        .path("code")
                        .asInt())
                .isEqualTo(800015);
    }

    @Test
    void upgradeToAnAllowedTarget() {
        var scene = world.scene();
        var path = ordered(scene, "0001", 5);
        var upgrades = api.get(scene.provider(), path + "/upgrades");
        assertThat(upgrades.text("/items/0/targetOffer/name")).isEqualTo("Harbor Plus");
        assertThat(upgrades.json().at("/items/0/isEligible").asBoolean()).isTrue();
        var eligible = api.get(scene.provider(), path + "/transitionEligibilities?eligibilityType=immediate");
        assertThat(eligible.text("/items/0/catalogItemId")).isEqualTo(world.item(scene, "0002"));
        var done = api.post(
                scene.provider(),
                path + "/upgrades",
                upgrades.json().at("/items/0").toString());
        assertThat(done.status()).as(done.whole().body()).isEqualTo(200);
        assertThat(done.json().path("upgradeErrors").size()).isZero();
        assertThat(api.get(scene.provider(), path).text("/offerId")).isEqualTo(world.item(scene, "0002"));
        var again = api.post(
                scene.provider(),
                path + "/upgrades",
                upgrades.json().at("/items/0").toString());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/upgradeErrors/0/code").asInt()).isEqualTo(8);
        assertThat(api.get(scene.provider(), path + "/transitions").text("/items/0/events/0/status"))
                .isEqualTo("Completed");
    }

    @Test
    void goOverToAnotherProduct() {
        var scene = world.scene();
        var path = ordered(scene, "0001", 5);
        var body = "{\"toCatalogItemId\": \"%s\", \"quantity\": %d, \"transitionType\": \"transition_only\"}";
        assertThat(api.post(scene.provider(), path + "/transitions", body.formatted(world.item(scene, "0002"), 2))
                        .json()
                        .path("code")
                        .asInt())
                .isEqualTo(800042);
        var done = api.post(scene.provider(), path + "/transitions", body.formatted(world.item(scene, "0002"), 5));
        assertThat(done.text("/toCatalogItemId")).isEqualTo(world.item(scene, "0002"));
        assertThat(done.text("/events/0/status")).isEqualTo("Completed");
    }

    @Test
    void convertATrial() {
        var scene = world.scene();
        var path = ordered(scene, "0004", 25);
        var conversions = api.get(scene.provider(), path + "/conversions");
        assertThat(conversions.json().path("totalCount").asInt()).isPositive();
        var done = api.post(
                scene.provider(),
                path + "/conversions",
                "{\"targetOfferId\": \"" + conversions.text("/items/0/targetOfferId") + "\", \"quantity\": 30}");
        assertThat(done.status()).as(done.whole().body()).isEqualTo(200);
        assertThat(done.json().has("error")).isFalse();
        var now = api.get(scene.provider(), path);
        assertThat(now.json().path("isTrial").asBoolean()).isFalse();
        assertThat(now.json().path("quantity").asInt()).isEqualTo(30);
        assertThat(path).endsWith(done.text("/subscriptionId"));
    }

    @Test
    void changeTheSupportContact() {
        var scene = world.scene();
        var path = ordered(scene, "0001", 5) + "/supportcontact";
        assertThat(api.get(scene.provider(), path).text("/supportTenantId"))
                .isEqualTo(scene.provider().organization().toString());
        var changed = api.send(
                scene.provider(),
                "PUT",
                path,
                "{\"supportTenantId\": \"%s\", \"supportMpnId\": \"%s\", \"name\": \"x\"}"
                        .formatted(scene.reseller(), scene.partnerId()));
        assertThat(changed.text("/supportMpnId")).as(changed.whole().body()).isEqualTo(scene.partnerId());
        assertThat(changed.text("/name")).startsWith("Fabrikam");
        var stranger = world.scene();
        assertThat(api.send(scene.provider(), "PUT", path, "{\"supportTenantId\": \"" + stranger.reseller() + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(api.get(stranger.provider(), path).status()).isEqualTo(404);
    }

    @Test
    void tellThatLicensesAreThere() {
        var scene = world.scene();
        var status = api.get(scene.provider(), ordered(scene, "0001", 5) + "/provisioningstatus");
        assertThat(status.text("/status")).isEqualTo("success");
        assertThat(status.json().path("quantity").asInt()).isEqualTo(5);
    }

    @Test
    void areRegisteredFromTheirFirstDayUntilTheyAreCancelled() {
        var scene = world.scene();
        var path = ordered(scene, "0001", 5);
        var id = path.substring(path.lastIndexOf('/') + 1);
        var asked = api.post(scene.provider(), path + "/registrations", "\"success\"");
        assertThat(asked.status()).as(asked.whole().body()).isEqualTo(202);
        var address = asked.header("Location");
        assertThat(address).isEqualTo(path.substring("/v1".length()) + "/registrationstatus");
        var status = api.get(scene.provider(), "/v1" + address);
        assertThat(status.text("/subscriptionId")).isEqualTo(id);
        assertThat(status.text("/status")).isEqualTo("registered");
        assertThat(api.send(scene.provider(), "PATCH", path, "{\"status\": \"deleted\"}")
                        .status())
                .isEqualTo(200);
        assertThat(api.get(scene.provider(), path + "/registrationStatus").text("/status"))
                .isEqualTo("notregistered");
        assertThat(api.post(scene.provider(), path + "/registrations", "").text("/code"))
                .isEqualTo("2011");
        assertThat(api.get(world.scene().provider(), path + "/registrationstatus")
                        .status())
                .isEqualTo(404);
    }

    /** How the node client stops a subscription, and lets it go on. */
    @Test
    void renewOrNotByWhatIsScheduledForTheEndOfTheTerm() {
        var scene = world.scene();
        var path = ordered(scene, "0001", 5);
        var whole = api.get(scene.provider(), path).whole().body();
        var action = "{\"scheduledActions\": [{\"scheduleType\": \"TermEnd\", \"actionType\": \"%s\"%s}], "
                + whole.substring(1);
        assertThat(patch(scene, path, action.formatted("Cancel", ""))
                        .json()
                        .path("autoRenewEnabled")
                        .asBoolean(true))
                .isFalse();
        var next = ", \"instructions\": {\"product\": {\"productId\": \"%s\", \"skuId\": \"0001\"}, \"quantity\": %d}";
        var same = next.formatted(scene.product(), 5);
        assertThat(patch(scene, path, action.formatted("RenewToNewTerm", same))
                        .json()
                        .path("autoRenewEnabled")
                        .asBoolean())
                .isTrue();
        for (var refused : new String[] {
            action.formatted("RenewToNewTerm", next.formatted(scene.product(), 4)),
            action.formatted("RenewToNewTerm", same.replace("\"skuId\"", "\"billingCycle\": \"triennial\", \"skuId\"")),
            action.formatted("Transition", ""),
            "{\"scheduledNextTermInstructions\": {\"quantity\": 4}}",
            "{\"nextChargeInstructions\": {\"quantity\": 4}}"
        }) {
            assertThat(patch(scene, path, refused).json().path("code").asInt())
                    .as(refused)
                    .isEqualTo(800042);
        }
        assertThat(patch(scene, path, "{\"ScheduledNextTermInstructions\": null, \"ScheduledActions\": null}")
                        .status())
                .isEqualTo(200);
    }
}
