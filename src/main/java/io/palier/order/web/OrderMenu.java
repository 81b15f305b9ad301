package io.palier.order.web;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.portal.Menu;
import io.palier.portal.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The menu lines of orders and requests. */
@Component
class OrderMenu implements Menu {

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return viewer.may(Right.SEE_SUBSCRIPTIONS)
                ? List.of(
                        new MenuEntry(43, "order.menu.orders", "/orders", "shopping-cart"),
                        new MenuEntry(45, "order.menu.requests", "/order-requests", "shopping-cart-question"))
                : List.of();
    }
}
