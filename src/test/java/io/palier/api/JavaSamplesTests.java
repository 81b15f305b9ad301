package io.palier.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.identity.Role;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What the Java client's sample scenarios do, word for word, from a reseller to the log of what was done. */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class JavaSamplesTests {
    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    private final String correlation = UUID.randomUUID().toString();
    private CommerceWorld.Scene scene;

    @BeforeEach
    void begin() {
        scene = world.scene(true, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT);
    }

    private ApiWorld.Answer send(String method, String path, @Nullable String body) {
        var answer = api.bare(scene.provider(), method, "/v1/" + path, body, Dialect.JAVA.headers(correlation));
        assertThat(answer.status()).as(answer.whole().body()).isBetween(200, 299);
        if (!method.equals("DELETE")) {
            assertThat(answer.whole().body()).isNotEmpty();
            WireRules.check(answer.json());
            JavaWords.check(answer.json());
        }
        return answer;
    }

    private ApiWorld.Answer get(String path) {
        return send("GET", path, null);
    }

    @Test
    void leadFromAResellerToAnUpgradedSubscription() {
        var resellers = get("relationships?relationship_type=is_indirect_cloud_solution_provider_of");
        assertThat(resellers.text("/items/0/relationshipType")).isEqualTo("is_indirect_cloud_solution_provider_of");
        var mpn = resellers.text("/items/0/mpnId");
        var reseller = resellers.text("/items/0/id");
        assertThat(get("profiles/mpn?mpnId=" + mpn).text("/mpnId")).isEqualTo(mpn);

        var customer = "customers/" + customerOf(reseller);
        assertThat(get(customer + "/relationships").text("/items/0/id")).isEqualTo(reseller);
        agree(customer);
        var order = send("POST", customer + "/orders", """
                {"totalPrice": 0.0, "lineItems": [{"friendlyName": "new offer purchase", "lineItemNumber": 0,
                  "offerId": "%s", "partnerIdOnRecord": "%s", "quantity": 5}]}
                """.formatted(world.item(scene, "0001"), mpn));
        assertThat(order.text("/status")).isEqualTo("completed");
        var ofReseller = get(customer + "/subscriptions?mpn_id=" + mpn);
        assertThat(ofReseller.json().path("totalCount").asInt()).isEqualTo(1);
        var subscription = customer + "/subscriptions/" + ofReseller.text("/items/0/id");
        change(subscription);
        keepTheSupportContact(subscription, reseller);
        addAnAddOn(customer, subscription);
    }

    private String customerOf(String reseller) {
        var domain = "WingtipToys" + ApiWorld.domain();
        var added = send("POST", "customers", """
                {"billingProfile": {"companyName": "Wingtip Toys-1234", "culture": "en-US", "email": "gena@wingtiptoys.example",
                   "language": "en", "defaultAddress": {"addressLine1": "1 rue de la Paix", "city": "Paris", "country": "FR",
                     "firstName": "Gena", "lastName": "Soto", "phoneNumber": "0142345678", "postalCode": "75002"}},
                 "companyProfile": {"domain": "%s"}, "associatedPartnerId": "%s"}
                """.formatted(domain, reseller));
        assertThat(added.text("/userCredentials/userName")).isEqualTo("admin");
        assertThat(added.text("/associatedPartnerId")).isEqualTo(reseller);
        assertThat(added.text("/relationshipToPartner")).isEqualTo("reseller");
        return added.text("/id");
    }

    /** The sample is older than the customer agreement. */
    private void agree(String customer) {
        var agreed = send("POST", customer + "/agreements", """
                {"userId": "00000000-0000-0000-0000-000000000001", "templateId": "998b88de-aa99-4388-a42c-1b3517d49490",
                 "dateAgreed": "%s", "type": "MicrosoftCloudAgreement", "primaryContact": {"firstName": "First",
                   "lastName": "Last", "email": "first.last@outlook.example", "phoneNumber": "4255555555"}}
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC).minusDays(1) + "T10:00:00.000Z"));
        assertThat(agreed.text("/type")).isEqualTo("MicrosoftCustomerAgreement");
        assertThat(get(customer + "/agreements").text("/items/0/primaryContact/firstName"))
                .isEqualTo("First");
    }

    /** The whole object goes back with one field changed. */
    private void change(String subscription) {
        var whole = get(subscription).whole().body();
        var more = send("PATCH", subscription, whole.replace("\"quantity\":5", "\"quantity\":6"));
        assertThat(more.json().path("quantity").asInt()).isEqualTo(6);
        var named = whole.replace("\"friendlyName\":\"new offer purchase\"", "\"friendlyName\":\"Crew\"")
                .replace("\"quantity\":5", "\"quantity\":6");
        assertThat(send("PATCH", subscription, named).text("/friendlyName")).isEqualTo("Crew");
        var suspended = named.replace("\"status\":\"active\"", "\"status\":\"suspended\"");
        assertThat(send("PATCH", subscription, suspended).text("/status")).isEqualTo("suspended");
        assertThat(send("PATCH", subscription, named).text("/status")).isEqualTo("active");
    }

    /** The sample sends back what it has read; a second time with somebody else. */
    private void keepTheSupportContact(String subscription, String reseller) {
        var path = subscription + "/supportcontact";
        var same = send("PUT", path, get(path).whole().body());
        assertThat(same.text("/supportTenantId"))
                .isEqualTo(scene.provider().organization().toString());
        var other = send(
                "PUT",
                path,
                "{\"supportTenantId\": \"%s\", \"supportMpnId\": \"%s\", \"name\": \"\"}"
                        .formatted(reseller, scene.partnerId()));
        assertThat(other.text("/supportMpnId")).isEqualTo(scene.partnerId());
    }

    private void addAnAddOn(String customer, String subscription) {
        var seen = get(subscription);
        var changed = send("PATCH", customer + "/orders/" + seen.text("/orderId"), """
                {"totalPrice": 0.0, "referenceCustomerId": "%s", "lineItems": [{"friendlyName": "Some friendly name",
                  "lineItemNumber": 0, "offerId": "%s", "parentSubscriptionId": "%s", "quantity": 2}]}
                """.formatted(
                        customer.substring(10), world.item(scene, "0003"), seen.text("/id")));
        assertThat(changed.json().path("lineItems").size()).isEqualTo(2);
        var addOns = get(subscription + "/addons");
        assertThat(addOns.text("/items/0/friendlyName")).isEqualTo("Some friendly name");
        assertThat(addOns.text("/items/0/parentSubscriptionId")).isEqualTo(seen.text("/id"));
    }

    @Test
    void upgradeASubscription() {
        var bought = world.order(scene, "0001", 5, "");
        var path = "customers/" + scene.customer() + "/subscriptions/" + bought.text("/lineItems/0/subscriptionId");
        var upgrades = get(path + "/upgrades");
        assertThat(upgrades.json().at("/items/0/isEligible").asBoolean()).isTrue();
        var chosen = upgrades.json().at("/items/0").toString();
        var done = send("POST", path + "/upgrades", chosen);
        assertThat(done.text("/upgradeType")).isEqualTo("upgrade_with_license_transfer");
        assertThat(done.json().path("upgradeErrors").size()).isZero();
        assertThat(get(path).text("/offerId")).isEqualTo(upgrades.text("/items/0/targetOffer/id"));
    }

    /** Names come twice in two casings; passwords are the program's. */
    @Test
    void changeAUserAndGiveItALicense() {
        world.order(scene, "0001", 1, "");
        var customer = "customers/" + scene.customer();
        get("customers?size=0");
        var domain = get(customer).text("/companyProfile/domain");
        var sku = get(customer + "/subscribedskus").text("/items/0/productSku/id");
        var created = send("POST", customer + "/users/", user("TestFirstName", "TestLastName", domain, "Password!1"));
        assertThat(created.text("/passwordProfile/password")).isEqualTo("Password!1");
        var user = customer + "/users/" + created.text("/id");
        var changed = send("PATCH", user, user("Michael", "Phelps", domain, "testPw@!122B"));
        assertThat(changed.text("/displayName")).isEqualTo("Michael Phelps");
        assertThat(changed.text("/userPrincipalName"))
                .endsWith("@" + domain)
                .isNotEqualTo(created.text("/userPrincipalName"));
        assertThat(changed.text("/passwordProfile/password")).isEqualTo("testPw@!122B");
        send("POST", user + "/licenseupdates", """
                {"LicensesToAssign": [{"SkuId": "%1$s", "skuId": "%1$s"}], "licensesToAssign": [{"SkuId": "%1$s", "skuId": "%1$s"}]}
                """.formatted(sku));
        var licenses = get(user + "/licenses");
        assertThat(licenses.text("/items/0/productSku/id")).isEqualTo(sku);
        assertThat(licenses.json().at("/items/0/servicePlans").isArray()).isTrue();
        send("POST", user + "/licenseupdates", """
                {"LicensesToRemove": ["%1$s"], "licensesToRemove": ["%1$s"]}""".formatted(sku));
        assertThat(get(user + "/licenses").json().path("totalCount").asInt()).isZero();
        send("DELETE", user, null);
        assertThat(send("PATCH", user, "{\"state\": \"active\", \"State\": \"active\"}")
                        .text("/state"))
                .isEqualTo("active");
    }

    private static String user(String first, String last, String domain, String password) {
        return """
                {"passwordProfile": {"password": "%4$s", "Password": "%4$s", "forceChangePassword": true},
                 "displayName": "%1$s %2$s", "firstName": "%1$s", "lastName": "%2$s", "usageLocation": "US",
                 "UsageLocation": "US", "userPrincipalName": "%5$s@%3$s"}
                """.formatted(
                first, last, domain, password, UUID.randomUUID().toString().toUpperCase(java.util.Locale.ROOT));
    }

    @Test
    void changeThePersonInABillingProfile() {
        var path = "customers/" + scene.customer() + "/profiles/billing";
        var before = get(path);
        var sent = before.whole()
                .body()
                .replaceFirst("\"firstName\":\"Zoé\"", "\"firstName\":\"ZoéA\"")
                .replaceFirst("\"lastName\":\"Martin\"", "\"lastName\":\"MartinA\"")
                .replace("\"companyName\":\"Northwind Traders\"", "\"companyName\":\"Northwind TradersA\"");
        var changed = send("PUT", path, sent);
        assertThat(changed.text("/firstName")).isEqualTo("ZoéA");
        assertThat(changed.text("/lastName")).isEqualTo("MartinA");
        assertThat(changed.text("/defaultAddress/firstName")).isEqualTo("ZoéA");
        assertThat(changed.text("/companyName")).isEqualTo("Northwind TradersA");
        assertThat(changed.text("/attributes/etag")).isNotEqualTo(before.text("/attributes/etag"));
    }

    /** What to sort by is sent as JSON texts. */
    @Test
    void sortUsersByQuotedNames() {
        var users = "customers/" + scene.customer() + "/users";
        var domain = get("customers/" + scene.customer()).text("/companyProfile/domain");
        for (var first : new String[] {"Bea", "Zoltan"}) {
            send("POST", users + "/", user(first, "Ash", domain, "Password!1"));
        }
        var sorted = get(users + "?&size=100&sortField=%22DisplayName%22&sortDirection=%22descending%22");
        assertThat(sorted.json()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("displayName").asString("")))
                .contains("Zoltan Ash", "Bea Ash")
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER.reversed());
    }

    /** Its days are days of the year, and its fields are named after its own constants. */
    @Test
    void searchTheLog() {
        world.order(scene, "0001", 1, "");
        var first = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
        var start = "startDate=%d-%02d-%02d".formatted(first.getYear(), first.getMonthValue(), first.getDayOfYear());
        var filter =
                "{\"value\":\"northwind\",\"field\":\"COMPANY_NAME\",\"fieldType\":\"String\",\"operator\":\"Substring\"}";
        var found = get("auditrecords?" + start + "&filter=" + URLEncoder.encode(filter, UTF_8));
        assertThat(found.json().path("totalCount").asInt()).isPositive();
        found.json().path("items").forEach(record -> {
            assertThat(record.path("customerName").asString("")).isEqualTo("Northwind Traders");
            assertThat(record.path("operationType").asString("")).isNotEmpty();
        });
        var order = found.json()
                .path("items")
                .valueStream()
                .filter(record -> record.path("operationType").asString("").equals("create_order"))
                .findFirst()
                .orElseThrow();
        assertThat(order.path("applicationid").asString(""))
                .isNotEmpty()
                .isEqualTo(order.path("applicationId").asString(""));
        assertThat(order.path("resourceType").asString("")).isEqualTo("order");
    }

    /** The client puts base, version and link together. */
    @Test
    void followLinksToTheEnd() {
        for (int i = 0; i < 3; i++) {
            customerOf(scene.reseller().toString());
        }
        var page = get("customers?size=2");
        int seen = page.json().path("totalCount").asInt();
        while (page.json().at("/links/next").isObject()) {
            var next = page.text("/links/next/uri");
            page = api.bare(
                    scene.provider(),
                    "GET",
                    "/v1/" + next,
                    null,
                    "MS-ContinuationToken",
                    page.text("/links/next/headers/0/value"));
            seen += page.json().path("totalCount").asInt();
        }
        assertThat(seen).isEqualTo(4);
    }

    /** Words that are younger than the client are told in ones that it knows. */
    @Test
    void readATermThatIsBilledOnceInThreeYears() {
        world.sell(scene, "0001", "P3Y", "Triennial", "300.00");
        var availability = get("products/" + scene.product() + "/skus/0001/availabilities?country=FR")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.at("/terms/0/billingCycle").asString("").equals("one_time"))
                .findFirst()
                .orElseThrow();
        var customer = "customers/" + scene.customer();
        send("POST", customer + "/orders", """
                {"totalPrice": 0.0, "lineItems": [{"lineItemNumber": 0, "offerId": "%s", "quantity": 1}]}
                """.formatted(
                        availability.path("catalogItemId").asString()));
        var subscription = get(customer + "/subscriptions");
        assertThat(subscription.text("/items/0/billingCycle")).isEqualTo("one_time");
        var path = customer + "/subscriptions/" + subscription.text("/items/0/id");
        assertThat(send("PATCH", path, get(path).whole().body()).text("/billingCycle"))
                .isEqualTo("one_time");
    }
}
