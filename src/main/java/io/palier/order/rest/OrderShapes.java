package io.palier.order.rest;

import io.palier.api.Attributes;
import io.palier.api.ClientKind;
import io.palier.api.Etag;
import io.palier.api.Link;
import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.Catalog;
import io.palier.catalog.rest.BillingCycle;
import io.palier.order.OrderView;
import io.palier.order.rest.OrderJson.LineJson;
import io.palier.order.rest.OrderJson.OrderStatus;
import io.palier.order.rest.OrderJson.Pricing;
import io.palier.shared.Money;
import io.palier.subscription.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts orders together as the contract has them, with what became of their subscriptions. */
@Component
class OrderShapes {
    private final Catalog catalog;

    OrderShapes(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @param prices whether prices are asked for; who may not see them gets none */
    List<OrderJson> of(List<OrderView> orders, boolean prices, ClientKind client) {
        var items = catalog.catalogItemIds(orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(OrderView.Line::availability)
                .distinct()
                .toList());
        return orders.stream().map(order -> order(order, items, prices, client)).toList();
    }

    OrderJson of(OrderView order, boolean prices, ClientKind client) {
        return of(List.of(order), prices, client).getFirst();
    }

    private static OrderJson order(
            OrderView order, Map<AvailabilityId, String> items, boolean prices, ClientKind client) {
        var total = prices ? order.total() : null;
        var any = order.lines().getFirst();
        return new OrderJson(
                order.id().toString(),
                order.number(),
                order.customer().toString(),
                BillingCycle.of(any.plan(), client),
                order.lines().stream()
                        .map(line -> line(order, line, items, prices))
                        .toList(),
                "UserPurchase",
                total == null ? null : total.currency().getCurrencyCode(),
                total == null ? null : total.currency().getSymbol(),
                total == null ? null : total.amount(),
                order.placedAt(),
                status(order),
                links(order),
                Attributes.of("Order", tag(order)));
    }

    /** Cancelled when every subscription of it is (commerce contract 3.4). */
    private static OrderStatus status(OrderView order) {
        boolean over = order.lines().stream().allMatch(line -> line.state().status() == Status.CANCELED);
        return over ? OrderStatus.CANCELLED : OrderStatus.COMPLETED;
    }

    private static LineJson line(
            OrderView order, OrderView.Line line, Map<AvailabilityId, String> items, boolean prices) {
        var state = line.state();
        var base = state.base();
        return new LineJson(
                line.line() - 1,
                items.getOrDefault(line.availability(), line.availability().toString()),
                line.quantity(),
                Objects.requireNonNullElse(state.name(), line.title()),
                line.subscription().value(),
                base == null ? null : base.value(),
                line.resellerLocationId(),
                line.plan() == BillingPlan.NONE ? null : line.term().name(),
                null,
                null,
                "New",
                prices ? pricing(line) : null,
                Map.of(
                        "subscription",
                        Link.get("/customers/" + order.customer() + "/subscriptions/" + line.subscription())));
    }

    private static @Nullable Pricing pricing(OrderView.Line line) {
        Money unit = line.unitPrice();
        var charge = line.charge();
        if (unit == null || charge == null) {
            return null;
        }
        var price = unit.amount();
        var prorated = line.firstDays() == null ? price : line.first(unit).amount();
        return new Pricing(price, price, prorated, price, charge.amount());
    }

    private static Map<String, Link> links(OrderView order) {
        var address = OrderJson.address(order.customer(), order.id());
        var links = new LinkedHashMap<String, Link>();
        links.put("provisioningStatus", Link.get(address + "/provisioningstatus"));
        links.put("patchOperation", new Link(address, "PATCH", List.of()));
        links.put("self", Link.get(address));
        return links;
    }

    /** The tag of what an order shows: its lines, and their subscriptions, whose versions only ever grow. */
    static Etag tag(OrderView order) {
        int version = order.lines().stream()
                .mapToInt(line -> 1 + line.state().version())
                .sum();
        return Etag.of(order.id(), version);
    }
}
