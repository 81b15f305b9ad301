package io.palier.order.rest;

import io.palier.api.Attributes;
import io.palier.api.ClientKind;
import io.palier.api.Etag;
import io.palier.api.Link;
import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.Catalog;
import io.palier.catalog.rest.BillingCycle;
import io.palier.identity.Viewer;
import io.palier.order.OrderView;
import io.palier.order.rest.OrderJson.LineJson;
import io.palier.order.rest.OrderJson.OrderStatus;
import io.palier.order.rest.OrderJson.Pricing;
import io.palier.shared.Money;
import io.palier.subscription.Status;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts orders together as the contract has them, with what became of their subscriptions. */
@Component
class OrderShapes {
    private final Catalog catalog;
    private final Subscriptions subscriptions;

    OrderShapes(Catalog catalog, Subscriptions subscriptions) {
        this.catalog = catalog;
        this.subscriptions = subscriptions;
    }

    /** @param prices whether prices are asked for; who may not see them gets none */
    List<OrderJson> of(Viewer viewer, List<OrderView> orders, boolean prices, ClientKind client) {
        var lines = orders.stream().flatMap(order -> order.lines().stream()).toList();
        var items = catalog.catalogItemIds(
                lines.stream().map(OrderView.Line::availability).distinct().toList());
        var seen = seen(viewer, lines);
        return orders.stream()
                .map(order -> order(order, items, seen, prices, client))
                .toList();
    }

    private Map<SubscriptionId, SubscriptionView> seen(Viewer viewer, List<OrderView.Line> lines) {
        var ids = lines.stream().map(OrderView.Line::subscription).toList();
        return subscriptions.get(viewer, ids).stream().collect(Collectors.toMap(SubscriptionView::id, one -> one));
    }

    /** The tag that an order has now. */
    Etag tag(Viewer viewer, OrderView order) {
        return tag(order, seen(viewer, order.lines()));
    }

    OrderJson of(Viewer viewer, OrderView order, boolean prices, ClientKind client) {
        return of(viewer, List.of(order), prices, client).getFirst();
    }

    private static OrderJson order(
            OrderView order,
            Map<AvailabilityId, String> items,
            Map<SubscriptionId, SubscriptionView> seen,
            boolean prices,
            ClientKind client) {
        var total = prices ? order.total() : null;
        var any = order.lines().getFirst();
        return new OrderJson(
                order.id().toString(),
                order.number(),
                order.customer().toString(),
                BillingCycle.of(any.plan(), client),
                order.lines().stream()
                        .map(line -> line(order, line, items, seen.get(line.subscription()), prices))
                        .toList(),
                "UserPurchase",
                total == null ? null : total.currency().getCurrencyCode(),
                total == null ? null : total.currency().getSymbol(),
                total == null ? null : total.amount(),
                order.placedAt(),
                status(order, seen),
                links(order),
                Attributes.of("Order", tag(order, seen)));
    }

    /** Cancelled when every subscription of it is (commerce contract 3.4). */
    private static OrderStatus status(OrderView order, Map<SubscriptionId, SubscriptionView> seen) {
        boolean over = order.lines().stream().allMatch(line -> {
            var subscription = seen.get(line.subscription());
            return subscription != null && subscription.status() == Status.CANCELED;
        });
        return over ? OrderStatus.CANCELLED : OrderStatus.COMPLETED;
    }

    private static LineJson line(
            OrderView order,
            OrderView.Line line,
            Map<AvailabilityId, String> items,
            @Nullable SubscriptionView subscription,
            boolean prices) {
        return new LineJson(
                line.line() - 1,
                items.getOrDefault(line.availability(), line.availability().toString()),
                line.quantity(),
                subscription == null ? line.title() : subscription.name(),
                line.subscription().value(),
                subscription == null || subscription.base() == null
                        ? null
                        : subscription.base().value(),
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

    /** What an order shows changes with its lines and their subscriptions, whose versions only ever grow. */
    private static Etag tag(OrderView order, Map<SubscriptionId, SubscriptionView> seen) {
        int version = order.lines().stream()
                .map(line -> seen.get(line.subscription()))
                .mapToInt(subscription -> 1 + (subscription == null ? 0 : subscription.version()))
                .sum();
        return Etag.of(order.id(), version);
    }
}
