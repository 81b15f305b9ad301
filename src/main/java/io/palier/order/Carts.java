package io.palier.order;

import io.palier.customer.RelationshipId;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.order.domain.CartStore;
import io.palier.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to carts: what a program puts together before it orders. A cart is its organization's own and lives for
 * {@code palier.carts.kept-for}, 7 days unless set otherwise (commerce contract 2). Needs {@link Right#PLACE_ORDER}.
 */
@Service
@Transactional
public class Carts {
    private static final int MOST_ADD_ONS = 20;

    private final CartStore store;
    private final Orders orders;
    private final Clock clock;
    private final Duration keptFor;

    Carts(
            CartStore store,
            Orders orders,
            @Qualifier("systemClock") Clock clock,
            @Value("${palier.carts.kept-for:7d}") Duration keptFor) {
        this.store = store;
        this.orders = orders;
        this.clock = clock;
        this.keptFor = keptFor;
    }

    /**
     * Begins a cart for a customer.
     *
     * @param lines 1 to {@link Orders#MOST_LINES}, each with 20 add-ons at most
     * @throws Refusal not found, for strangers; forbidden; invalid, field {@code lines}
     */
    public CartView create(Viewer viewer, RelationshipId relationship, List<CartLine> lines) {
        requireMay(viewer, relationship);
        requireBounds(lines);
        var now = clock.instant();
        var cart =
                new CartView(CartId.next(), relationship, lines, now, now, viewer.account(), now.plus(keptFor), null);
        store.insert(viewer, cart);
        return cart;
    }

    /** A cart of the viewer's organization. @throws Refusal not found, also once it has expired */
    @Transactional(readOnly = true)
    public CartView get(Viewer viewer, RelationshipId relationship, CartId id) {
        requireMay(viewer, relationship);
        return store.find(viewer, relationship, id, clock.instant(), false).orElseThrow(Refusal::notFound);
    }

    /** Replaces what is in it. @throws Refusal not found; conflict, once it is ordered */
    public CartView replace(Viewer viewer, RelationshipId relationship, CartId id, List<CartLine> lines) {
        requireMay(viewer, relationship);
        var now = clock.instant();
        var cart = store.find(viewer, relationship, id, now, true).orElseThrow(Refusal::notFound);
        requireBounds(lines);
        if (cart.order() != null) {
            throw Refusal.conflict("order.cart-ordered");
        }
        store.replace(id, lines, viewer.account(), now);
        return store.find(viewer, relationship, id, now, false).orElseThrow(Refusal::notFound);
    }

    /**
     * Orders what is in a cart, once, however many ask at the same time.
     *
     * @param placing places the order, whose request id is the cart's; called within the transaction
     * @return the order it became, now or before
     * @throws Refusal not found; what {@code placing} refuses
     */
    public OrderId checkOut(
            Viewer viewer, RelationshipId relationship, CartId id, Function<CartView, OrderId> placing) {
        requireMay(viewer, relationship);
        var cart = store.find(viewer, relationship, id, clock.instant(), true).orElseThrow(Refusal::notFound);
        var done = cart.order();
        if (done != null) {
            return done;
        }
        var order = placing.apply(cart);
        store.ordered(id, order);
        return order;
    }

    private void requireMay(Viewer viewer, RelationshipId relationship) {
        viewer.require(Right.PLACE_ORDER);
        if (!orders.terms(viewer, relationship).possible()) {
            throw Viewer.missing(Right.PLACE_ORDER);
        }
    }

    private static void requireBounds(List<CartLine> lines) {
        if (lines.isEmpty()
                || lines.size() > Orders.MOST_LINES
                || lines.stream().anyMatch(line -> line.addOns().size() > MOST_ADD_ONS)) {
            throw Refusal.invalid("lines", "order.lines", Orders.MOST_LINES);
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 150_000)
    void forget() {
        store.forgetBefore(clock.instant());
    }
}
