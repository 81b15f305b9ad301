package io.palier.order.web;

import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.order.OrderFilter;
import io.palier.order.OrderView;
import io.palier.order.Orders;
import io.palier.shared.web.SafeCsv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Lists of orders as files, a row for each line; days are in the person's zone, year first. */
@Controller
class OrderFiles {
    private static final List<String> COLUMNS = List.of(
            "order.number",
            "order.placed-at",
            "subscription.customer",
            "order.placed-for",
            "order.person",
            "subscription.id",
            "subscription.subscription",
            "subscription.term",
            "subscription.plan",
            "subscription.quantity",
            "subscription.reseller",
            "order.charge",
            "subscription.currency");

    private final Orders orders;
    private final MessageSource messages;

    OrderFiles(Orders orders, MessageSource messages) {
        this.orders = orders;
        this.messages = messages;
    }

    @GetMapping("/customers/{relationship}/orders/export.csv")
    void ofCustomer(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            OrderListForm form,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        write(viewer, form.filter(relationship, viewer.zone()), locale, response);
    }

    @GetMapping("/orders/export.csv")
    void all(Viewer viewer, OrderListForm form, Locale locale, HttpServletResponse response) throws IOException {
        write(viewer, form.filter(null, viewer.zone()), locale, response);
    }

    private void write(Viewer viewer, OrderFilter filter, Locale locale, HttpServletResponse response)
            throws IOException {
        var first = orders.export(viewer, filter, null);
        try (var file = SafeCsv.download(response, "orders.csv")) {
            file.line(COLUMNS.stream().map(key -> text(key, locale)).toArray());
            file.rows(first, next -> orders.export(viewer, filter, next), order -> {
                for (var line : order.lines()) {
                    file.line(cells(viewer, order, line, locale));
                }
            });
        }
    }

    private @Nullable Object[] cells(Viewer viewer, OrderView order, OrderView.Line line, Locale locale) {
        var charge = line.charge();
        return new @Nullable Object[] {
            order.number(),
            LocalDate.ofInstant(order.placedAt(), viewer.zone()),
            order.customerName(),
            order.placedFor(),
            order.person(),
            line.subscription(),
            line.title(),
            text("subscription.term." + line.term(), locale),
            text("subscription.plan." + line.plan(), locale),
            line.quantity(),
            line.reseller(),
            charge == null ? null : charge.amount().toPlainString(),
            charge == null ? null : charge.currency().getCurrencyCode()
        };
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
