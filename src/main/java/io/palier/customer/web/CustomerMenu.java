package io.palier.customer.web;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.portal.Menu;
import io.palier.portal.MenuEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Customers for partners, Partner relationships for customers. */
@Component
class CustomerMenu implements Menu {
    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        if (viewer.isCustomer() && viewer.may(Right.SEE_SUBSCRIPTIONS)) {
            return List.of(
                    new MenuEntry(50, "customer.partner-relationships", "/partner-relationships", "building-store"));
        }
        return viewer.may(Right.SEE_CUSTOMERS)
                ? List.of(new MenuEntry(20, "customer.customers", "/customers", "users-group"))
                : List.of();
    }
}
