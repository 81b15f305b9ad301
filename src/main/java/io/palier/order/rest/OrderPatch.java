package io.palier.order.rest;

import io.palier.api.Fault;
import io.palier.catalog.rest.BillingCycle;
import io.palier.identity.Viewer;
import io.palier.order.OrderView;
import io.palier.order.Orders;
import io.palier.order.rest.OrderJson.LineJson;
import io.palier.order.rest.OrderJson.OrderStatus;
import io.palier.subscription.Status;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a body changes of an order (commerce contract 3.4), all of it or nothing. */
@Component
class OrderPatch {
    private static final Fault.Code NO_CYCLE_CHANGE = Fault.Code.of(400, 800072);

    private final Orders orders;
    private final Subscriptions subscriptions;
    private final LineReader reader;
    private final FriendlyNames names;

    OrderPatch(Orders orders, Subscriptions subscriptions, LineReader reader, FriendlyNames names) {
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.reader = reader;
        this.names = names;
    }

    @Transactional
    public void apply(Viewer viewer, OrderView order, OrderJson body) {
        if (body.status() == OrderStatus.CANCELLED) {
            cancel(viewer, order, body);
            return;
        }
        requireSameCycle(order, body);
        var added = lines(body).stream()
                .filter(line -> line.subscriptionId() == null && line.parentSubscriptionId() != null)
                .toList();
        if (!added.isEmpty()) {
            addOns(viewer, order, added);
        }
    }

    private void addOns(Viewer viewer, OrderView order, List<LineJson> added) {
        for (var line : added) {
            var base =
                    subscriptions.get(viewer, new SubscriptionId(Objects.requireNonNull(line.parentSubscriptionId())));
            if (base.status() != Status.ACTIVE) {
                throw new Fault(Fault.Code.of(409, 27009), "The subscription it belongs to is not active.");
            }
        }
        var wanted = added.stream().map(line -> line.wanted(null)).toList();
        var lines = orders.extend(viewer, order.relationship(), order.id(), reader.read(viewer, wanted))
                .lines();
        int first = lines.size() - wanted.size();
        for (int i = 0; i < wanted.size(); i++) {
            names.give(
                    viewer, lines.get(first + i).subscription(), wanted.get(i).friendlyName());
        }
    }

    private static void requireSameCycle(OrderView order, OrderJson body) {
        var plan = BillingCycle.plan(body.billingCycle());
        if (plan.isPresent() && order.lines().stream().noneMatch(line -> line.plan() == plan.get())) {
            throw new Fault(
                    NO_CYCLE_CHANGE, "The billing cycle changes by an upgrade or at a new term only.", "billingCycle");
        }
    }

    /** Named lines, or all of them. */
    private void cancel(Viewer viewer, OrderView order, OrderJson body) {
        var named = lines(body).stream()
                .map(LineJson::subscriptionId)
                .filter(Objects::nonNull)
                .toList();
        var ids = order.lines().stream()
                .map(OrderView.Line::subscription)
                .filter(id -> named.isEmpty() || named.contains(id.value()))
                .toList();
        for (var id : ids) {
            SubscriptionView seen = subscriptions.get(viewer, id);
            if (seen.isRunning()) {
                subscriptions.cancel(viewer, id, seen.version());
            }
        }
    }

    private static List<LineJson> lines(OrderJson body) {
        return Objects.requireNonNullElse(body.lineItems(), List.of());
    }
}
