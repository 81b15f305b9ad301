package io.palier.order.rest;

import io.palier.api.Attributes;
import io.palier.api.ClientKind;
import io.palier.api.Fault;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.order.CartId;
import io.palier.order.CartView;
import io.palier.order.Carts;
import io.palier.order.OrderView;
import io.palier.order.Orders;
import io.palier.order.rest.CartJson.CheckoutResult;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns a cart into one order, whose request id is the cart's: twice is once. */
@Component
class CartCheckout {
    private static final Fault.Code LINES_IN_ERROR = Fault.Code.of(400, 800009);

    private final Carts carts;
    private final Orders orders;
    private final OrderPlacing placing;
    private final OrderShapes orderShapes;
    private final CartShapes cartShapes;

    CartCheckout(Carts carts, Orders orders, OrderPlacing placing, OrderShapes orderShapes, CartShapes cartShapes) {
        this.carts = carts;
        this.orders = orders;
        this.placing = placing;
        this.orderShapes = orderShapes;
        this.cartShapes = cartShapes;
    }

    @Transactional
    public CheckoutResult order(Viewer viewer, RelationshipId relationship, CartId id, ClientKind client) {
        var cart = carts.lock(viewer, relationship, id);
        var done = cart.order();
        var order = done == null ? place(viewer, cart) : orders.get(viewer, relationship, done);
        return new CheckoutResult(
                List.of(orderShapes.of(viewer, order, true, client)), List.of(), Attributes.of("CartCheckoutResult"));
    }

    private OrderView place(Viewer viewer, CartView cart) {
        for (var line : cart.lines()) {
            var error = cartShapes.error(viewer, line);
            if (error != null) {
                throw new Fault(LINES_IN_ERROR, error.errorDescription(), String.valueOf(line.catalogItem()));
            }
        }
        var order = placing.place(viewer, cart.id().value(), cart.relationship(), CartLines.wanted(cart.lines()));
        carts.ordered(cart.id(), order.id());
        return order;
    }
}
