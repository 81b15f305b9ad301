package io.palier.order.rest;

import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.order.OrderView;
import io.palier.order.Orders;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.Subscriptions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Places an order and gives its subscriptions their friendly names, all of it or nothing. */
@Component
class OrderPlacing {
    private final Orders orders;
    private final Subscriptions subscriptions;
    private final LineReader lines;

    OrderPlacing(Orders orders, Subscriptions subscriptions, LineReader lines) {
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.lines = lines;
    }

    @Transactional
    public OrderView place(Viewer viewer, UUID request, RelationshipId relationship, List<WantedLine> wanted) {
        var order = orders.place(viewer, request, relationship, lines.read(viewer, wanted));
        for (int i = 0; i < wanted.size() && i < order.lines().size(); i++) {
            name(viewer, order.lines().get(i).subscription(), wanted.get(i).friendlyName());
        }
        return order;
    }

    private void name(Viewer viewer, SubscriptionId id, @org.jspecify.annotations.Nullable String friendlyName) {
        if (friendlyName == null || friendlyName.isBlank()) {
            return;
        }
        var seen = subscriptions.get(viewer, id);
        if (!friendlyName.strip().equals(seen.name())) {
            subscriptions.rename(viewer, id, seen.version(), friendlyName);
        }
    }
}
