package io.palier.order.rest;

import io.palier.api.Attributes;
import io.palier.api.ClientKind;
import io.palier.api.Fault;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.order.CartId;
import io.palier.order.CartView;
import io.palier.order.Carts;
import io.palier.order.OrderId;
import io.palier.order.Orders;
import io.palier.order.rest.CartJson.CheckoutResult;
import java.util.List;
import org.springframework.stereotype.Component;

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

    CheckoutResult order(Viewer viewer, RelationshipId relationship, CartId id, ClientKind client) {
        var placed = carts.checkOut(viewer, relationship, id, cart -> place(viewer, cart));
        var order = orderShapes.of(orders.get(viewer, relationship, placed), true, client);
        return new CheckoutResult(List.of(order), List.of(), Attributes.of("CartCheckoutResult"));
    }

    private OrderId place(Viewer viewer, CartView cart) {
        for (var line : cart.lines()) {
            var error = cartShapes.error(viewer, cart.relationship(), line);
            if (error != null) {
                throw new Fault(LINES_IN_ERROR, error.errorDescription(), String.valueOf(line.catalogItem()));
            }
        }
        return placing.place(viewer, cart.id().value(), cart.relationship(), CartLines.wanted(cart.lines()))
                .id();
    }
}
