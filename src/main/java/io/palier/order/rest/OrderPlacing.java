package io.palier.order.rest;

import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.order.OrderView;
import io.palier.order.Orders;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Places an order and gives its subscriptions their friendly names, all of it or nothing. */
@Component
class OrderPlacing {
    private final Orders orders;
    private final FriendlyNames names;
    private final LineReader lines;

    OrderPlacing(Orders orders, FriendlyNames names, LineReader lines) {
        this.orders = orders;
        this.names = names;
        this.lines = lines;
    }

    @Transactional
    public OrderView place(Viewer viewer, UUID request, RelationshipId relationship, List<WantedLine> wanted) {
        var order = orders.place(viewer, request, relationship, lines.read(viewer, wanted));
        boolean renamed = false;
        for (int i = 0; i < wanted.size() && i < order.lines().size(); i++) {
            renamed |= names.give(
                    viewer, order.lines().get(i).subscription(), wanted.get(i).friendlyName());
        }
        return renamed ? orders.get(viewer, relationship, order.id()) : order;
    }
}
