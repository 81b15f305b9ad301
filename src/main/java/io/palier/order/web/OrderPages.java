package io.palier.order.web;

import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.order.OrderId;
import io.palier.order.Orders;
import io.palier.shared.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A customer's orders. */
@Controller
@RequestMapping("/customers/{relationship}/orders")
class OrderPages {
    private final Orders orders;
    private final Customers customers;

    OrderPages(Orders orders, Customers customers) {
        this.orders = orders;
        this.customers = customers;
    }

    @GetMapping
    String list(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        var cursor = Cursor.parse(after, 1).orElse(null);
        page.addAttribute("customer", customers.get(viewer, relationship));
        page.addAttribute("slice", orders.list(viewer, relationship, cursor));
        page.addAttribute("first", cursor == null);
        page.addAttribute("base", "/customers/" + relationship + "/orders?");
        return "order/list";
    }

    @GetMapping("/{id}")
    String show(Viewer viewer, @PathVariable RelationshipId relationship, @PathVariable OrderId id, Model page) {
        page.addAttribute("customer", customers.get(viewer, relationship));
        page.addAttribute("order", orders.get(viewer, relationship, id));
        return "order/show";
    }
}
