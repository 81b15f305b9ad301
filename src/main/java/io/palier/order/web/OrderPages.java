package io.palier.order.web;

import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.order.OrderId;
import io.palier.order.OrderView;
import io.palier.order.Orders;
import io.palier.partner.Partnerships;
import io.palier.shared.Cursor;
import io.palier.shared.Money;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Orders: a customer's, all that the viewer's organization may see, and one. */
@Controller
class OrderPages {
    private final Orders orders;
    private final Customers customers;
    private final Partnerships partnerships;

    OrderPages(Orders orders, Customers customers, Partnerships partnerships) {
        this.orders = orders;
        this.customers = customers;
        this.partnerships = partnerships;
    }

    @GetMapping("/customers/{relationship}/orders")
    String ofCustomer(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            OrderListForm form,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        page.addAttribute("customer", customers.get(viewer, relationship));
        return list(viewer, relationship, "/customers/" + relationship + "/orders", form, after, page);
    }

    @GetMapping("/orders")
    String all(Viewer viewer, OrderListForm form, @RequestParam(required = false) @Nullable String after, Model page) {
        return list(viewer, null, "/orders", form, after, page);
    }

    private String list(
            Viewer viewer,
            @Nullable RelationshipId relationship,
            String path,
            OrderListForm form,
            @Nullable String after,
            Model page) {
        var cursor = Cursor.parse(after, 1).orElse(null);
        var filter = form.filter(relationship, viewer.zone());
        var slice = orders.list(viewer, filter, cursor);
        page.addAttribute("slice", slice);
        page.addAttribute("totals", totals(slice.rows()));
        page.addAttribute("form", form);
        page.addAttribute("open", filter.isOpen());
        page.addAttribute("path", path);
        page.addAttribute("resellers", partnerships.resellers(viewer));
        page.addAttribute("first", cursor == null);
        page.addAttribute("base", form.address(path));
        page.addAttribute("export", form.address(path + "/export.csv"));
        return "order/list";
    }

    /** What these cost together, a sum for each currency; empty without the right to see prices. */
    private static Collection<Money> totals(List<OrderView> rows) {
        var totals = new TreeMap<String, Money>();
        rows.stream()
                .map(OrderView::total)
                .filter(Objects::nonNull)
                .forEach(total -> totals.merge(total.currency().getCurrencyCode(), total, Money::plus));
        return totals.values();
    }

    @GetMapping("/customers/{relationship}/orders/{id}")
    String show(Viewer viewer, @PathVariable RelationshipId relationship, @PathVariable OrderId id, Model page) {
        page.addAttribute("customer", customers.get(viewer, relationship));
        page.addAttribute("order", orders.get(viewer, relationship, id));
        return "order/show";
    }
}
