package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palier.application.PalierServer;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Orders and carts (commerce contract 2 and 3). */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class OrdersApiTests {
    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    @Test
    void creditTheResellerOfAnOrder() {
        var scene = world.scene();
        var order = world.order(
                scene, "0001", 5, ", \"friendlyName\": \"Team\", \"partnerIdOnRecord\": \"" + scene.partnerId() + "\"");
        assertThat(order.status()).as(order.whole().body()).isEqualTo(201);
        assertThat(order.text("/status")).isEqualTo("completed");
        assertThat(order.text("/lineItems/0/partnerIdOnRecord")).isEqualTo(scene.partnerId());
        assertThat(order.text("/lineItems/0/friendlyName")).isEqualTo("Team");
        assertThat(order.text("/attributes/objectType")).isEqualTo("Order");
        var subscription = api.get(scene.provider(), "/v1" + order.text("/lineItems/0/links/subscription/uri"));
        assertThat(subscription.text("/partnerId")).isEqualTo(scene.partnerId());
        assertThat(subscription.text("/friendlyName")).isEqualTo("Team");
        assertThat(subscription.text("/orderId")).isEqualTo(order.text("/id"));
        var path = scene.customerPath("/orders");
        assertThat(api.get(scene.provider(), path).text("/items/0/id")).isEqualTo(order.text("/id"));
        assertThat(api.get(scene.provider(), path + "?billingType=none")
                        .json()
                        .path("totalCount")
                        .asInt())
                .isZero();
        var priced = api.get(scene.provider(), path + "/" + order.text("/id") + "?include_price=true");
        assertThat(priced.json().path("totalPrice").decimalValue()).isEqualByComparingTo("630");
        assertThat(api.get(scene.provider(), path + "/" + order.text("/id") + "/provisioningstatus")
                        .text("/items/0/status"))
                .isEqualTo("Fulfilled");
    }

    @Test
    void takeBodiesOfTheDotNetClient() {
        var scene = world.scene();
        var body = """
                {"Id": null, "ReferenceCustomerId": "%s", "BillingCycle": "Annual", "Status": null, "CreationDate": null,
                 "LineItems": [{"LineItemNumber": 0, "OfferId": "%s", "SubscriptionId": null, "Quantity": 2,
                   "PartnerIdOnRecord": null, "Links": null}], "Attributes": {"ObjectType": "Order", "Etag": null}}
                """.formatted(scene.customer(), world.item(scene, "0001"));
        var order = api.post(scene.provider(), scene.customerPath("//orders/"), body);
        assertThat(order.status()).as(order.whole().body()).isEqualTo(201);
        assertThat(order.text("/billingCycle")).isEqualTo("annual");
    }

    @Test
    void refuseWithTheContractsCodes() {
        var scene = world.scene();
        assertThat(code(world.order(scene, "0001", 301, ""), 400)).isEqualTo(800017);
        assertThat(code(world.order(scene, "0001", 1, ", \"partnerIdOnRecord\": \"999\""), 404))
                .isEqualTo(800015);
        assertThat(code(world.order(scene, "0003", 1, ""), 400)).isEqualTo(800029);
        assertThat(world.order(scene, "0004", 25, "").status()).isEqualTo(201);
        assertThat(code(world.order(scene, "0004", 25, ""), 400)).isEqualTo(27006);
        var unknown = api.post(
                scene.provider(),
                scene.customerPath("/orders"),
                "{\"lineItems\": [{\"lineItemNumber\": 0, \"offerId\": \"X:0001:0123456789AB\", \"quantity\": 1}]}");
        assertThat(code(unknown, 400)).isEqualTo(800004);
        var gap = api.post(
                scene.provider(),
                scene.customerPath("/orders"),
                "{\"lineItems\": [{\"lineItemNumber\": 1, \"offerId\": \"X\", \"quantity\": 1}]}");
        assertThat(code(gap, 400)).isEqualTo(800071);
        assertThat(code(api.post(scene.provider(), scene.customerPath("/orders"), "{}"), 400))
                .isEqualTo(800002);
        var appOnly = world.scene(false);
        assertThat(world.order(appOnly, "0001", 1, ", \"partnerIdOnRecord\": \"" + appOnly.partnerId() + "\"")
                        .status())
                .isEqualTo(403);
        assertThat(world.order(appOnly, "0001", 1, "").status()).isEqualTo(201);
    }

    private static int code(ApiWorld.Answer answer, int status) {
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(status);
        return answer.json().path("code").asInt();
    }

    @Test
    void addAnAddOnToAnOrder() {
        var scene = world.scene();
        var order = world.order(scene, "0001", 5, "");
        var base = order.text("/lineItems/0/subscriptionId");
        var path = scene.customerPath("/orders/" + order.text("/id"));
        var body =
                "{\"lineItems\": [{\"lineItemNumber\": 0, \"offerId\": \"%s\", \"parentSubscriptionId\": \"%s\", \"quantity\": 3}]}"
                        .formatted(world.item(scene, "0003"), base);
        var changed = api.send(scene.provider(), "PATCH", path, body);
        assertThat(changed.status()).as(changed.whole().body()).isEqualTo(200);
        assertThat(changed.json().path("lineItems").size()).isEqualTo(2);
        assertThat(changed.text("/lineItems/1/parentSubscriptionId")).isEqualTo(base);
        var addOns = api.get(scene.provider(), scene.customerPath("/subscriptions/" + base + "/addons"));
        assertThat(addOns.text("/items/0/id")).isEqualTo(changed.text("/lineItems/1/subscriptionId"));
    }

    /** Of several that fit, and by both ways. */
    @Test
    void addAnAddOnToTheSubscriptionThatIsNamed() {
        var scene = world.scene();
        var orders = List.of(world.order(scene, "0001", 5, ""), world.order(scene, "0001", 5, ""));
        for (var order : orders) {
            var base = order.text("/lineItems/0/subscriptionId");
            var path = scene.customerPath("/orders/" + order.text("/id"));
            var changed = api.send(scene.provider(), "PATCH", path, """
                    {"lineItems": [{"lineItemNumber": 0, "offerId": "%s", "parentSubscriptionId": "%s", "quantity": 3}]}
                    """.formatted(world.item(scene, "0003"), base));
            assertThat(changed.text("/lineItems/1/parentSubscriptionId")).isEqualTo(base);
            var cart = addOn(scene, base);
            assertThat(cart.text("/lineItems/0/provisioningContext/ParentSubscriptionId"))
                    .isEqualTo(base);
            var bought = api.post(
                    scene.provider(), scene.customerPath("/carts/" + cart.text("/id") + "/checkout"), "\"success\"");
            assertThat(bought.text("/orders/0/lineItems/0/parentSubscriptionId"))
                    .as(bought.whole().body())
                    .isEqualTo(base);
        }
        var other = world.order(scene, "0002", 1, "").text("/lineItems/0/subscriptionId");
        var refused = api.post(
                scene.provider(),
                scene.customerPath("/carts/" + addOn(scene, other).text("/id") + "/checkout"),
                "\"success\"");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asInt()).isEqualTo(800029);
    }

    private ApiWorld.Answer addOn(CommerceWorld.Scene scene, String base) {
        return api.post(scene.provider(), scene.customerPath("/carts"), """
                {"lineItems": [{"id": 0, "catalogItemId": "%s", "quantity": 1,
                  "provisioningContext": {"ParentSubscriptionId": "%s"}}]}""".formatted(world.item(scene, "0003"), base));
    }

    @Test
    void cancelAnOrderInItsFirstDays() {
        var scene = world.scene();
        var order = world.order(scene, "0001", 5, "");
        var cancelled = api.send(
                scene.provider(),
                "PATCH",
                scene.customerPath("/orders/" + order.text("/id")),
                "{\"id\": \"" + order.text("/id") + "\", \"status\": \"Cancelled\"}");
        assertThat(cancelled.text("/status")).isEqualTo("cancelled");
    }

    @Test
    void orderOnceHoweverOftenARequestIsSent() throws Exception {
        var scene = world.scene();
        var item = world.item(scene, "0001");
        var body = "{\"lineItems\": [{\"lineItemNumber\": 0, \"offerId\": \"%s\", \"quantity\": 1}]}".formatted(item);
        var id = ApiWorld.requestId();
        try (var pool = Executors.newFixedThreadPool(50)) {
            Callable<ApiWorld.Answer> send = () -> api.post(scene.provider(), scene.customerPath("/orders"), body, id);
            var orders = new HashSet<String>();
            for (var answer :
                    pool.invokeAll(IntStream.range(0, 50).mapToObj(i -> send).toList())) {
                assertThat(answer.get().status())
                        .as(answer.get().whole().body())
                        .isEqualTo(201);
                orders.add(answer.get().text("/id"));
            }
            assertThat(orders).hasSize(1);
        }
        assertThat(api.get(scene.provider(), scene.customerPath("/orders"))
                        .json()
                        .path("totalCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void checkACartOutOnce() {
        var scene = world.scene();
        var body = """
                {"lineItems": [{"id": 0, "catalogItemId": "%s", "quantity": 4, "billingCycle": "Annual", "termDuration": "P1Y",
                  "friendlyName": "From a cart", "participants": [{"key": "transaction_reseller", "value": "%s"}],
                  "addonItems": [{"id": 0, "catalogItemId": "%s", "quantity": 2, "billingCycle": "annual"}]}]}
                """.formatted(world.item(scene, "0001"), scene.partnerId(), world.item(scene, "0003"));
        var cart = api.post(scene.provider(), scene.customerPath("/carts"), body);
        assertThat(cart.status()).as(cart.whole().body()).isEqualTo(201);
        assertThat(cart.text("/status")).isEqualTo("Active");
        assertThat(cart.json().at("/lineItems/0/error").isMissingNode()).isTrue();
        var path = scene.customerPath("/carts/" + cart.text("/id"));
        assertThat(api.get(scene.provider(), path).text("/lineItems/0/addOnItems/0/catalogItemId"))
                .isEqualTo(world.item(scene, "0003"));
        var result = api.post(scene.provider(), path + "/checkout", "\"success\"");
        assertThat(result.status()).as(result.whole().body()).isEqualTo(201);
        assertThat(result.text("/orders/0/lineItems/0/partnerIdOnRecord")).isEqualTo(scene.partnerId());
        assertThat(result.text("/orders/0/lineItems/1/parentSubscriptionId"))
                .isEqualTo(result.text("/orders/0/lineItems/0/subscriptionId"));
        assertThat(result.text("/orders/0/billingCycle")).isEqualTo("annual");
        assertThat(api.post(scene.provider(), path + "/checkout", "").text("/orders/0/id"))
                .isEqualTo(result.text("/orders/0/id"));
        assertThat(api.get(scene.provider(), path).text("/status")).isEqualTo("Ordered");
        assertThat(api.get(world.scene().provider(), path).status()).isEqualTo(404);
    }

    @Test
    void keepACartWithABadLineButDoNotOrderIt() {
        var scene = world.scene();
        var line =
                "{\"lineItems\": [{\"id\": 0, \"catalogItemId\": \"%s\", \"quantity\": %d, \"billingCycle\": \"annual\"}]}";
        var cart = api.post(scene.provider(), scene.customerPath("/carts"), line.formatted("A:0001:0123456789AB", 1));
        assertThat(cart.status()).isEqualTo(201);
        assertThat(cart.json().at("/lineItems/0/error/errorCode").asInt()).isEqualTo(10001);
        var path = scene.customerPath("/carts/" + cart.text("/id"));
        assertThat(code(api.post(scene.provider(), path + "/checkout", ""), 400))
                .isEqualTo(800009);
        var mended = api.send(scene.provider(), "PUT", path, line.formatted(world.item(scene, "0001"), 1));
        assertThat(mended.status()).isEqualTo(200);
        assertThat(api.post(scene.provider(), path + "/checkout", "").status()).isEqualTo(201);
    }

    @Test
    void tellWhichPartnersCanBeCredited() {
        var scene = world.scene();
        var answer = api.post(
                scene.provider(),
                "/v1/partners/validateresellers",
                "{\"partnerIds\": [\"" + scene.partnerId() + "\", \"1\"]}");
        assertThat(answer.json().at("/items/0/isValid").asBoolean()).isTrue();
        assertThat(answer.json().at("/items/1/isValid").asBoolean()).isFalse();
    }

    /** The tag follows whatever an order shows, and counts where a program sends it. */
    @Test
    void changeTheTagOfAnOrderWithWhatItBought() {
        var scene = world.scene();
        var order = world.order(scene, "0001", 5, "");
        var path = scene.customerPath("/orders/" + order.text("/id"));
        var first = api.get(scene.provider(), path).text("/attributes/etag");
        assertThat(api.get(scene.provider(), path).text("/attributes/etag")).isEqualTo(first);
        var subscription = scene.customerPath("/subscriptions/" + order.text("/lineItems/0/subscriptionId"));
        api.send(scene.provider(), "PATCH", subscription, "{\"friendlyName\": \"Crew\"}");
        var second = api.get(scene.provider(), path).text("/attributes/etag");
        assertThat(second).isNotEqualTo(first);
        var stale = api.send(scene.provider(), "PATCH", path, "{\"status\": \"cancelled\"}", "If-Match", first);
        assertThat(code(stale, 400)).isEqualTo(2055);
        var now = api.send(scene.provider(), "PATCH", path, "{\"status\": \"cancelled\"}", "If-Match", second);
        assertThat(now.text("/status")).isEqualTo("cancelled");
        assertThat(now.text("/attributes/etag")).isNotEqualTo(second);
    }

    /** The program never sees the answer, and asks again. */
    @Test
    void orderOnceWhenTheAnswerIsLost() throws Exception {
        var scene = world.scene();
        var body = "{\"lineItems\": [{\"lineItemNumber\": 0, \"offerId\": \"%s\", \"quantity\": 1}]}"
                .formatted(world.item(scene, "0001"));
        var id = ApiWorld.requestId();
        var path = scene.customerPath("/orders");
        api.sendAndHangUp(scene.provider(), path, body, id);
        await().until(() ->
                api.get(scene.provider(), path).json().path("totalCount").asInt() == 1);
        var again = api.post(scene.provider(), path, body, id);
        assertThat(again.status()).as(again.whole().body()).isEqualTo(201);
        var orders = api.get(scene.provider(), path);
        assertThat(orders.json().path("totalCount").asInt()).isEqualTo(1);
        assertThat(again.text("/id")).isEqualTo(orders.text("/items/0/id"));
    }

    @Test
    void refuseALineThatAsksForWhatThereIsNot() {
        var scene = world.scene();
        assertThat(code(world.order(scene, "0001", 1, ", \"promotionId\": \"39NFJQT1PFPC:0004:39NFJQT1Q5KM\""), 400))
                .isEqualTo(27007);
        assertThat(code(world.order(scene, "0001", 1, ", \"customTermEndDate\": \"2020-01-31T00:00:00Z\""), 400))
                .isEqualTo(10017);
        assertThat(world.order(scene, "0001", 1, ", \"promotionId\": null, \"customTermEndDate\": null")
                        .status())
                .isEqualTo(201);
        var cart = "{\"lineItems\": [{\"id\": 0, \"catalogItemId\": \"%s\", \"quantity\": 1, \"promotionId\": \"x\"}]}"
                .formatted(world.item(scene, "0001"));
        assertThat(code(api.post(scene.provider(), scene.customerPath("/carts"), cart), 400))
                .isEqualTo(27007);
    }
}
