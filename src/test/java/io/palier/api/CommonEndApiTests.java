package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** First terms that end together with something else (commerce contract 4.1 and 4.4). */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class CommonEndApiTests {
    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private ApiWorld.Answer dates(CommerceWorld.Scene scene, String query) {
        return api.get(scene.provider(), scene.customerPath("/subscriptions/customTermEndDates" + query));
    }

    private static int code(ApiWorld.Answer answer, int status) {
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(status);
        return answer.json().path("code").asInt();
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private ApiWorld.Answer subscription(CommerceWorld.Scene scene, ApiWorld.Answer order, int line) {
        assertThat(order.status()).as(order.whole().body()).isEqualTo(201);
        var id = order.text("/lineItems/" + line + "/subscriptionId");
        return api.get(scene.provider(), scene.customerPath("/subscriptions/" + id));
    }

    @Test
    void listTheEndsOfMonthsAndSubscriptions() {
        var scene = world.scene(false);
        var other = subscription(scene, world.order(scene, "0001", 1, ""), 0);
        var answer = dates(scene, "?term_duration=P3Y");
        assertThat(answer.text("/attributes/objectType")).isEqualTo("Collection");
        assertThat(answer.json().path("totalCount").asInt()).isEqualTo(37);
        assertThat(answer.text("/items/0/allowedCustomTermEndDateType")).isEqualTo("calendarMonthAligned");
        assertThat(answer.text("/items/0/allowedCustomTermEndDate"))
                .isEqualTo(YearMonth.from(today()).atEndOfMonth() + "T00:00:00Z");
        assertThat(answer.text("/items/36/allowedCustomTermEndDateType")).isEqualTo("subscriptionAligned");
        assertThat(answer.text("/items/36/allowedCustomTermEndDate")).isEqualTo(other.text("/commitmentEndDate"));
        assertThat(answer.text("/items/36/cotermSubscriptionIds/0")).isEqualTo(other.text("/id"));
        var one = dates(scene, "?TermDuration=p1y&target_coterm_subscription_id=" + other.text("/id"));
        assertThat(one.json().path("totalCount").asInt()).isEqualTo(1);
        var month = dates(scene, "?term_duration=P1M&term_start_date=" + today().plusDays(1));
        assertThat(month.json().path("totalCount").asInt()).isEqualTo(1);
        assertThat(code(dates(scene, ""), 400)).isEqualTo(800002);
        assertThat(code(dates(scene, "?term_duration=P5Y"), 400)).isEqualTo(900126);
        assertThat(code(dates(scene, "?term_duration=P1Y&term_start_date=2020-01-01"), 400))
                .isEqualTo(3000);
    }

    @Test
    void letAYearNotEndWithASubscriptionOfAMonth() {
        var scene = world.scene(false);
        var other = subscription(scene, world.order(scene, "0001", 1, ""), 0).text("/id");
        var query = "&target_coterm_subscription_id=" + other;
        assertThat(dates(scene, "?term_duration=P1Y" + query)
                        .json()
                        .path("totalCount")
                        .asInt())
                .isEqualTo(1);
        jdbc.sql("update subscription set term = 'P1M', ends_at = starts_at + interval '20 days' where id = ?::uuid")
                .param(other)
                .update();
        assertThat(dates(scene, "?term_duration=P1Y" + query)
                        .json()
                        .path("totalCount")
                        .asInt(-1))
                .isZero();
        assertThat(dates(scene, "?term_duration=P1M" + query)
                        .json()
                        .path("totalCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void endTheFirstTermWithTheMonthAndChargeItByTheDay() {
        var scene = world.scene(false);
        var end = YearMonth.from(today()).plusMonths(2).atEndOfMonth();
        var order = world.order(scene, "0001", 2, ", \"CustomTermEndDate\": \"" + end + "\", \"PromotionId\": null");
        var seen = subscription(scene, order, 0);
        assertThat(seen.text("/commitmentEndDate")).isEqualTo(end.plusDays(1) + "T00:00:00Z");
        var priced =
                api.get(scene.provider(), scene.customerPath("/orders/" + order.text("/id") + "?include_price=true"));
        var days = ChronoUnit.DAYS.between(today(), end.plusDays(1));
        var of = ChronoUnit.DAYS.between(today(), today().plusYears(1));
        assertThat(priced.json().path("totalPrice").asDouble()).isEqualTo(252.0 * days / of, within());
        assertThat(priced.json().at("/lineItems/0/pricing/listPrice").asDouble())
                .isEqualTo(126.0);
        assertThat(priced.json().at("/lineItems/0/pricing/proratedPrice").asDouble())
                .isEqualTo(126.0 * days / of, within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.0051);
    }

    @Test
    void endTheFirstTermWithAnotherSubscriptionFromACart() {
        var scene = world.scene(false);
        var first = subscription(
                scene,
                world.order(
                        scene,
                        "0001",
                        1,
                        ", \"customTermEndDate\": \""
                                + YearMonth.from(today()).plusMonths(3).atEndOfMonth() + "\""),
                0);
        var end = Instant.parse(first.text("/commitmentEndDate"));
        var cart = api.post(scene.provider(), scene.customerPath("/carts"), """
                {"lineItems": [{"id": 0, "catalogItemId": "%s", "quantity": 1, "customTermEndDate": "%s",
                  "addonItems": [{"id": 0, "catalogItemId": "%s", "quantity": 1}]}]}""".formatted(
                        world.item(scene, "0001"), end, world.item(scene, "0003")));
        assertThat(cart.text("/lineItems/0/customTermEndDate"))
                .as(cart.whole().body())
                .isEqualTo(end.toString());
        var checkout = api.post(
                scene.provider(), scene.customerPath("/carts/" + cart.text("/id") + "/checkout"), "\"success\"");
        assertThat(checkout.status()).as(checkout.whole().body()).isEqualTo(201);
        for (int line = 0; line < 2; line++) {
            var id = checkout.text("/orders/0/lineItems/" + line + "/subscriptionId");
            assertThat(api.get(scene.provider(), scene.customerPath("/subscriptions/" + id))
                            .text("/commitmentEndDate"))
                    .isEqualTo(end.toString());
        }
    }

    @Test
    void refuseDaysOnWhichNothingEnds() {
        var scene = world.scene(false);
        for (var day : new String[] {
            "2020-01-31",
            today().plusYears(3).toString(),
            today().plusYears(4).withDayOfMonth(1).minusDays(1).toString()
        }) {
            assertThat(code(world.order(scene, "0001", 1, ", \"customTermEndDate\": \"" + day + "\""), 400))
                    .as(day)
                    .isEqualTo(10017);
        }
        var trial = world.order(
                scene,
                "0004",
                1,
                ", \"customTermEndDate\": \"" + YearMonth.from(today()).atEndOfMonth() + "\"");
        assertThat(code(trial, 400)).isEqualTo(10016);
    }

    /** A program sees it when it puts the line in, and cannot check it out. */
    @Test
    void markACartLineWhoseDayIsNone() {
        var scene = world.scene(false);
        var end = YearMonth.from(today()).atEndOfMonth();
        var cart = api.post(
                scene.provider(),
                scene.customerPath("/carts"),
                """
                {"lineItems": [{"id": 0, "catalogItemId": "%s", "quantity": 1, "customTermEndDate": "%s"},
                  {"id": 1, "catalogItemId": "%s", "quantity": 1, "customTermEndDate": "%s"},
                  {"id": 2, "catalogItemId": "%s", "quantity": 1, "customTermEndDate": "%s"}]}""".formatted(
                                world.item(scene, "0001"),
                                today().plusYears(3),
                                world.item(scene, "0004"),
                                end,
                                world.item(scene, "0001"),
                                end),
                ApiWorld.requestId());
        assertThat(cart.status()).isEqualTo(201);
        assertThat(cart.json().at("/lineItems/0/error/errorCode").asInt()).isEqualTo(10017);
        assertThat(cart.json().at("/lineItems/1/error/errorCode").asInt()).isEqualTo(10016);
        assertThat(cart.json().at("/lineItems/2/error").isMissingNode()).isTrue();
        var checkout = api.post(
                scene.provider(), scene.customerPath("/carts/" + cart.text("/id") + "/checkout"), "\"success\"");
        assertThat(code(checkout, 400)).isEqualTo(800009);
    }
}
