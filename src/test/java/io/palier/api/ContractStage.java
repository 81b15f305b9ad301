package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the calls of one dialect are about: things that stay, and new ones for calls that use something up. */
final class ContractStage {
    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z0-9]+)}");
    private static final String HOOK =
            "{\"WebhookUrl\": \"https://hooks.example/\", \"WebhookEvents\": [\"test-created\"]}";

    private final ApiWorld api;
    private final CommerceWorld world;
    private final CommerceWorld.Scene scene;
    private final Map<String, String> known = new HashMap<>();
    private int users;

    ContractStage(ApiWorld api, CommerceWorld world, CommerceWorld.Scene scene) {
        this.api = api;
        this.world = world;
        this.scene = scene;
        api.post(caller(), "/webhooks/v1/registration", HOOK);
    }

    ApiWorld.Caller caller() {
        return scene.provider();
    }

    /** The text with everything in braces named. */
    String fill(String text) {
        return NAME.matcher(text).replaceAll(match -> java.util.regex.Matcher.quoteReplacement(value(match.group(1))));
    }

    private String value(String name) {
        if (name.startsWith("new") || name.endsWith("Profile")) {
            return make(name);
        }
        var value = known.get(name);
        if (value == null) {
            value = make(name);
            known.put(name, value);
        }
        return value;
    }

    private String make(String name) {
        var day = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        return switch (name) {
            case "customer" -> scene.customer();
            case "customerDomain" -> text("/profiles/company", "/domain");
            case "reseller" -> scene.reseller().toString();
            case "mpn" -> scene.partnerId();
            case "product" -> scene.product();
            case "item" -> world.item(scene, "0001");
            case "availability" -> value("item").substring(value("item").lastIndexOf(':') + 1);
            case "better" -> world.item(scene, "0002");
            case "addOn" -> world.item(scene, "0003");
            case "template" -> api.get(caller(), "/v1/agreements").text("/items/0/templateId");
            case "order", "newOrder" -> order("0001", 5).text("/id");
            case "subscription", "newSubscription" -> order("0001", 5).text("/lineItems/0/subscriptionId");
            case "base" -> withAddOn();
            case "trialCustomer", "goingCustomer", "upgradedCustomer" -> customer();
            case "upgraded" -> bought(value("upgradedCustomer"), "0001", 5);
            case "trial" -> bought(value("trialCustomer"), "0004", 25);
            case "going" -> bought(value("goingCustomer"), "0001", 5);
            case "user", "newUser" -> user();
            case "newName" -> "person" + ++users;
            case "newDomain" -> ApiWorld.domain();
            case "newCustomer" -> customer();
            case "cart", "newCart" -> cart();
            case "newValidation" ->
                api.post(caller(), "/webhooks/v1/registration/validationEvents", "")
                        .text("/correlationId");
            case "today" -> day.toString();
            case "dayOfYear" -> "%d-%02d-%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfYear());
            case "organizationProfile" -> own("organization");
            case "billingProfile" -> own("billing");
            case "legalProfile" -> own("legalbusiness");
            case "supportProfile" -> own("support");
            case "topic" ->
                api.get(caller(), "/v1/servicerequests/supporttopics").text("/items/0/id");
            case "request" -> request();
            case "newSubscriptionBody" -> body("/subscriptions/" + value("subscription"));
            case "newUserBody" -> body("/users/" + value("user"));
            case "newCartBody" -> body("/carts/" + value("cart"));
            case "newUpgradeBody" ->
                first("/v1/customers/" + value("upgradedCustomer") + "/subscriptions/" + value("upgraded")
                        + "/upgrades");
            case "newConversionBody" ->
                first("/v1/customers/" + value("trialCustomer") + "/subscriptions/" + value("trial") + "/conversions");
            case "customerProfile" ->
                api.get(caller(), scene.customerPath("/profiles/billing"))
                        .whole()
                        .body();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private String request() {
        return api.post(caller(), "/v1/servicerequests/en-US", """
                        {"title": "Slow", "description": "Very.", "severity": "minimal", "supportTopicId": "%s"}""".formatted(value("topic")))
                .text("/id");
    }

    private String body(String path) {
        return api.get(caller(), scene.customerPath(path)).whole().body();
    }

    private String first(String list) {
        return api.get(caller(), list).json().at("/items/0").toString();
    }

    private String own(String profile) {
        return api.get(caller(), "/v1/profiles/" + profile).whole().body();
    }

    private String text(String path, String pointer) {
        return api.get(caller(), scene.customerPath(path)).text(pointer);
    }

    private ApiWorld.Answer order(String sku, int quantity) {
        var order = world.order(scene, sku, quantity, ", \"partnerIdOnRecord\": \"" + scene.partnerId() + "\"");
        assertThat(order.status()).as(order.whole().body()).isEqualTo(201);
        return order;
    }

    private String withAddOn() {
        var order = order("0001", 5);
        var base = order.text("/lineItems/0/subscriptionId");
        api.send(caller(), "PATCH", scene.customerPath("/orders/" + order.text("/id")), """
                {"lineItems": [{"lineItemNumber": 0, "offerId": "%s", "quantity": 1, "parentSubscriptionId": "%s"}]}
                """.formatted(
                        value("addOn"), base));
        return base;
    }

    /** A scene of the same provider with a customer that has nothing yet. */
    private CommerceWorld.Scene of(String customer) {
        var path = "/v1/customers/" + customer + "/agreements";
        api.post(caller(), path, """
                {"dateAgreed": "2026-02-03T00:00:00Z", "type": "MicrosoftCustomerAgreement",
                 "primaryContact": {"firstName": "Ada", "lastName": "Moss", "email": "ada@lakeside.example"}}""");
        return new CommerceWorld.Scene(
                scene.provider(), scene.reseller(), scene.partnerId(), customer, scene.product());
    }

    private String bought(String customer, String sku, int quantity) {
        var order = world.order(of(customer), sku, quantity, "");
        assertThat(order.status()).as(order.whole().body()).isEqualTo(201);
        return order.text("/lineItems/0/subscriptionId");
    }

    private String user() {
        return api.post(caller(), scene.customerPath("/users"), """
                        {"userPrincipalName": "person%d@%s", "displayName": "Tim Reed", "firstName": "Tim", "lastName": "Reed"}
                        """.formatted(++users, value("customerDomain")))
                .text("/id");
    }

    private String customer() {
        return api.post(caller(), "/v1/customers", ApiWorld.customer(ApiWorld.domain(), null))
                .text("/id");
    }

    private String cart() {
        return api.post(caller(), scene.customerPath("/carts"), """
                        {"lineItems": [{"id": 0, "catalogItemId": "%s", "quantity": 1}]}""".formatted(value("item")))
                .text("/id");
    }
}
