package io.palier.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.ApplicationView.Kind;
import io.palier.application.PalierServer;
import io.palier.application.TokenWorld;
import io.palier.identity.Role;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the node client's methods send, which names nothing but the token and never looks at links. */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class NodeClientTests {
    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    @Autowired
    TokenWorld tokens;

    @Autowired
    JsonMapper json;

    private CommerceWorld.Scene scene;
    private String customer;

    @BeforeEach
    void begin() {
        scene = world.scene(true, Role.ADMIN_AGENT);
        customer = "/v1/customers/" + scene.customer();
    }

    private JsonNode send(String method, String path, @Nullable String body) {
        var answer = api.bare(scene.provider(), method, path, body);
        assertThat(answer.status()).as(answer.whole().body()).isBetween(200, 299);
        return answer.json();
    }

    private JsonNode get(String path) {
        return send("GET", path, null);
    }

    private JsonNode find(String path, String field, String value) {
        return get(path)
                .path("items")
                .valueStream()
                .filter(item -> item.path(field).asString("").equals(value))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void addACustomerAndFindItInTheWholeList() {
        var domain = ApiWorld.domain();
        var body = ApiWorld.customer(domain, null).strip().replaceFirst("^\\{", "{\"enableGDAPByDefault\": true, ");
        var added = send("POST", "/v1/customers", body);
        var listed = find("/v1/customers", "id", added.path("id").asString());
        assertThat(listed.at("/companyProfile/domain").asString()).isEqualTo(domain);
        assertThat(listed.path("relationshipToPartner").asString()).isEqualTo("reseller");
    }

    /** To a script every text is true, "false" too; the Java client reads nothing but texts. */
    @Test
    void readWhatASkuIs() {
        var skus = customer + "/products/" + scene.product() + "/skus/";
        var plain = get(skus + "0001").path("dynamicAttributes");
        assertThat(plain.path("isAddon").isBoolean()).isTrue();
        assertThat(plain.path("isAddon").asBoolean(true)).isFalse();
        assertThat(plain.path("isMicrosoftProduct").isBoolean()).isTrue();
        assertThat(plain.path("upgradeTargetOffers").toString()).contains(scene.product() + ":0002");
        var addOn = get(skus + "0003").path("dynamicAttributes");
        assertThat(addOn.path("isAddon").asBoolean(false)).isTrue();
        assertThat(addOn.path("prerequisiteSkus").toString()).contains(scene.product() + ":0001");
        var java = api.bare(scene.provider(), "GET", skus + "0003", null, ClientKind.HEADER, "Partner Center Java SDK")
                .json()
                .path("dynamicAttributes");
        assertThat(java.path("isAddon").asString()).isEqualTo("true");
        assertThat(java.valueStream()).allMatch(JsonNode::isString);
    }

    @Test
    void readWhatMayFollowATerm() {
        var availabilities = customer + "/products/" + scene.product() + "/skus/";
        var renewal = get(availabilities + "0001/availabilities").at("/items/0");
        assertThat(renewal.at("/renewalInstructions/0/applicableTermIds/0")).isEqualTo(renewal.at("/terms/0/id"));
        assertThat(renewal.at("/renewalInstructions/0/renewalOptions/0/renewToId")
                        .asString())
                .isEqualTo(scene.product() + ":0001");
        var trial = get(availabilities + "0004/availabilities").at("/items/0/renewalInstructions");
        assertThat(trial.isArray() && trial.isEmpty()).isTrue();
    }

    /** The client numbers lines anew whenever one has the number 0. */
    @Test
    void orderTheFirstThingAProductSells() {
        var sku = get(customer + "/products/" + scene.product() + "/skus")
                .at("/items/0/id")
                .asString();
        var availability = get(customer + "/products/" + scene.product() + "/skus/" + sku + "/availabilities")
                .at("/items/0/id")
                .asString();
        var offer = scene.product() + ":" + sku + ":" + availability;
        var order = send("POST", customer + "/orders", """
                {"lineItems": [{"offerId": "%s", "quantity": 3, "lineItemNumber": 0}], "billingCycle": "annual"}""".formatted(offer));
        assertThat(order.path("billingCycle").asString()).isEqualTo("annual");
        var bought = order.at("/lineItems/0/offerId").asString();
        var subscription = find(customer + "/subscriptions", "offerId", bought);
        assertThat(subscription.path("quantity").asInt()).isEqualTo(3);
    }

    @Test
    void keepTheTermWhenOnlyTheBillingCycleIsNamed() {
        world.sell(scene, "0001", "P1M", "Monthly", "11.00");
        var yearly = get("/v1/products/" + scene.product() + "/skus/0001/availabilities?country=FR")
                .path("items")
                .valueStream()
                .filter(one -> one.at("/terms/0/billingCycle").asString("").equals("annual"))
                .findFirst()
                .orElseThrow();
        var order = send("POST", customer + "/orders", """
                {"lineItems": [{"offerId": "%s", "quantity": 1, "lineItemNumber": 0}], "billingCycle": "monthly"}""".formatted(
                        yearly.path("catalogItemId").asString()));
        assertThat(order.path("billingCycle").asString()).isEqualTo("monthly");
        assertThat(order.at("/lineItems/0/termDuration").asString()).isEqualTo("P1Y");
    }

    /** Read, merged and sent back whole. */
    @Test
    void changeASubscription() {
        var id = world.order(scene, "0001", 5, "").text("/lineItems/0/subscriptionId");
        var path = customer + "/subscriptions/" + id;
        var more = (ObjectNode) get(path);
        assertThat(more.path("attentionNeeded").isBoolean()).isTrue();
        assertThat(more.path("actionTaken").isBoolean()).isTrue();
        more.put("quantity", 7);
        assertThat(send("PATCH", path, more.toString()).path("quantity").asInt())
                .isEqualTo(7);
        var stopped = (ObjectNode) get(path);
        stopped.put("autoRenewEnabled", false).put("friendlyName", "Crew");
        var answer = send("PATCH", path, stopped.toString());
        assertThat(answer.path("autoRenewEnabled").asBoolean(true)).isFalse();
        assertThat(answer.path("friendlyName").asString()).isEqualTo("Crew");
        assertThat(answer.path("quantity").asInt()).isEqualTo(7);
        assertThat(answer.path("cancellationAllowedUntilDate").asString("")).isNotEmpty();
    }

    @Test
    void lookAfterAUser() {
        world.order(scene, "0001", 1, "");
        var domain = get(customer + "/profiles/company").path("domain").asString();
        var name = "tim@" + domain;
        var added = send("POST", customer + "/users", """
                {"usageLocation": "FR", "userPrincipalName": "%s", "firstName": "Tim", "lastName": "Reed",
                 "displayName": "Tim Reed", "passwordProfile": {"forceChangePassword": true, "password": "Password!1"}}""".formatted(name));
        var user = customer + "/users/" + added.path("id").asString();
        assertThat(find(customer + "/users", "userPrincipalName", name).path("id"))
                .isEqualTo(added.path("id"));
        var reset = send("PATCH", user + "/resetpassword", """
                {"passwordProfile": {"password": "Another!2", "forceChangePassword": false},
                 "attributes": {"objectType": "CustomerUser"}}""");
        assertThat(reset.at("/passwordProfile/password").asString()).isEqualTo("Another!2");
        var role = get(customer + "/directoryroles").at("/items/0/id").asString();
        send("POST", customer + "/directoryroles/" + role + "/usermembers", """
                {"Id": "%s", "DisplayName": "Tim Reed", "UserPrincipalName": "%s"}""".formatted(
                        added.path("id").asString(), name));
        assertThat(get(user + "/directoryroles").path("items").size()).isEqualTo(1);
        var sku = get(customer + "/subscribedskus").at("/items/0/productSku/id").asString();
        send("POST", user + "/licenseupdates", """
                {"licensesToAssign": [{"skuId": "%s", "excludedPlans": null}], "licensesToRemove": null,
                 "licenseWarnings": null, "attributes": {"objectType": "LicenseUpdate"}}""".formatted(sku));
        assertThat(get(user + "/licenses").at("/items/0/productSku/id").asString())
                .isEqualTo(sku);
        assertThat(api.bare(scene.provider(), "DELETE", user, null).status()).isEqualTo(204);
        assertThat(get(customer + "/users").toString()).doesNotContain(name);
    }

    /** It names the scope at the address of the first dialect, and for prices a resource besides. */
    @Test
    void downloadThePriceSheetWithATokenForItsHost() throws Exception {
        var client = tokens.application(Kind.CONFIDENTIAL, true, Role.ADMIN_AGENT);
        assertThat(token(client, "")).isNotEmpty();
        var sheet = tokens.http.send(
                HttpRequest.newBuilder(tokens.address(
                                "/v1.0/sales/pricesheets(Market='FR',PricesheetView='updatedlicensebased')/$value"))
                        .header(
                                "Authorization",
                                "Bearer " + token(client, "&resource=https%3A%2F%2Fapi.partner.microsoft.com"))
                        .header("Accept-Encoding", "deflate")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(sheet.statusCode()).isEqualTo(200);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(sheet.body()))) {
            assertThat(zip.getNextEntry().getName()).endsWith(".csv");
            var csv = new String(zip.readAllBytes(), UTF_8);
            assertThat(csv).contains("ProductId", "UnitPrice", scene.product());
        }
    }

    private String token(TokenWorld.Client client, String more) throws Exception {
        var form = "client_id=" + client.id() + "&client_secret=" + client.secret()
                + "&scope=https%3A%2F%2Fapi.partnercenter.microsoft.com%2F.default&grant_type=client_credentials"
                + more;
        var answer = tokens.http.send(
                HttpRequest.newBuilder(tokens.address("/" + client.tenant() + "/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body()).path("access_token").asString("");
    }
}
