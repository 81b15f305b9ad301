package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.identity.Role;
import io.palier.partner.Partnerships;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The indirect model from end to end, as a provider's program walks it, and as its reseller's does. */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class IndirectModelJourneyTests {
    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    @Autowired
    Partnerships partnerships;

    @Test
    void leadsFromResellersToAChangedSubscription() {
        var scene = world.scene();
        var caller = scene.provider();
        var resellers = api.get(caller, "/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf");
        assertThat(resellers.text("/items/0/mpnId")).isEqualTo(scene.partnerId());
        var added = api.post(
                caller, "/v1/customers", ApiWorld.customer(ApiWorld.domain(), scene.reseller()), ApiWorld.requestId());
        assertThat(added.text("/userCredentials/password")).isNotBlank();
        var customer = "/v1/customers/" + added.text("/id");
        agree(caller, customer);
        var order = api.post(caller, customer + "/orders", """
                {"lineItems": [{"lineItemNumber": 0, "offerId": "%s", "quantity": 5, "partnerIdOnRecord": "%s"}]}
                """.formatted(world.item(scene, "0001"), scene.partnerId()));
        assertThat(order.status()).as(order.whole().body()).isEqualTo(201);
        var credited = api.get(caller, customer + "/subscriptions?mpn_id=" + scene.partnerId());
        var path = customer + "/subscriptions/" + credited.text("/items/0/id");
        var contact =
                api.send(caller, "PUT", path + "/supportcontact", """
                {"supportTenantId": "%s", "supportMpnId": "%s"}""".formatted(scene.reseller(), scene.partnerId()));
        assertThat(contact.text("/supportTenantId")).isEqualTo(scene.reseller().toString());
        var upgrade = api.get(caller, path + "/upgrades").json().at("/items/0").toString();
        assertThat(api.post(caller, path + "/upgrades", upgrade)
                        .json()
                        .path("upgradeErrors")
                        .size())
                .isZero();
        var suspended = api.send(
                caller,
                "PATCH",
                path,
                api.get(caller, path).whole().body().replace("\"status\":\"active\"", "\"status\":\"suspended\""));
        assertThat(suspended.text("/status")).as(suspended.whole().body()).isEqualTo("suspended");
        assertThat(suspended.text("/partnerId")).isEqualTo(scene.partnerId());
        assertThat(api.get(caller, path + "/supportcontact").text("/supportTenantId"))
                .isEqualTo(scene.reseller().toString());
    }

    private void agree(ApiWorld.Caller caller, String customer) {
        assertThat(api.post(caller, customer + "/agreements", """
                                {"dateAgreed": "2026-02-03T00:00:00Z", "type": "MicrosoftCustomerAgreement",
                                 "primaryContact": {"firstName": "Ada", "lastName": "Moss", "email": "ada@lakeside.example"}}
                                """).status()).isEqualTo(201);
    }

    /** Beyond the original: a reseller's program does what the reseller may in the portal. */
    @Test
    void opensToResellersWhatTheyMayDo() {
        var scene = world.scene();
        var bought = world.order(scene, "0001", 5, "");
        var subscription = scene.customerPath("/subscriptions/" + bought.text("/lineItems/0/subscriptionId"));
        var reseller = api.as(api.people().in(scene.reseller(), Role.GLOBAL_ADMIN));
        assertThat(api.get(reseller, "/v1/relationships?relationship_type=IsIndirectResellerOf")
                        .text("/items/0/id"))
                .isEqualTo(scene.provider().organization().toString());
        assertThat(api.get(reseller, "/v1/customers").text("/items/0/id")).isEqualTo(scene.customer());
        assertThat(api.send(reseller, "PATCH", subscription, "{\"quantity\": 6}")
                        .json()
                        .path("quantity")
                        .asInt())
                .isEqualTo(6);
        var refused = api.send(reseller, "PATCH", subscription, "{\"partnerId\": \"" + scene.partnerId() + "\"}");
        assertThat(refused.status()).as(refused.whole().body()).isIn(403, 404);
        var order = """
                {"lineItems": [{"lineItemNumber": 0, "offerId": "%s", "quantity": 1}]}
                """.formatted(world.item(scene, "0002"));
        var asked = api.post(reseller, scene.customerPath("/orders"), order);
        assertThat(asked.status()).as(asked.whole().body()).isEqualTo(403);
        assertThat(asked.text("/data/0")).isEqualTo("order.ask-the-provider");
        var admin = scene.provider().admin();
        var version = partnerships.get(admin, scene.reseller()).version();
        partnerships.letOrder(admin, scene.reseller(), version, true);
        var placed = api.post(reseller, scene.customerPath("/orders"), order);
        assertThat(placed.status()).as(placed.whole().body()).isEqualTo(201);
        assertThat(placed.text("/lineItems/0/partnerIdOnRecord")).isEqualTo(scene.partnerId());
        assertThat(placed.json().path("totalPrice").isMissingNode()).isTrue();
    }
}
