package io.palier.subscription.web;

import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.shared.web.SafeCsv;
import io.palier.subscription.SubscriptionFilter;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Lists of subscriptions as files. Days are in the person's zone, year first, which every spreadsheet reads. */
@Controller
class SubscriptionFiles {
    private static final List<String> COLUMNS = List.of(
            "subscription.id",
            "subscription.subscription",
            "subscription.nickname",
            "subscription.customer",
            "subscription.provider",
            "subscription.quantity",
            "subscription.licenses-assigned",
            "subscription.status",
            "subscription.term",
            "subscription.plan",
            "subscription.started",
            "subscription.renewal",
            "subscription.auto-renew",
            "subscription.reseller",
            "subscription.location-id",
            "subscription.contact",
            "subscription.charge",
            "subscription.currency");

    private final Subscriptions subscriptions;
    private final Customers customers;
    private final MessageSource messages;

    SubscriptionFiles(Subscriptions subscriptions, Customers customers, MessageSource messages) {
        this.subscriptions = subscriptions;
        this.customers = customers;
        this.messages = messages;
    }

    @GetMapping("/customers/{relationship}/subscriptions/export.csv")
    void ofCustomer(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            ListForm form,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var customer = customers.get(viewer, relationship);
        write(viewer, form.filter(customer.id()), locale, response);
    }

    @GetMapping("/subscriptions/export.csv")
    void all(Viewer viewer, ListForm form, Locale locale, HttpServletResponse response) throws IOException {
        write(viewer, form.filter(null), locale, response);
    }

    private void write(Viewer viewer, SubscriptionFilter filter, Locale locale, HttpServletResponse response)
            throws IOException {
        var first = subscriptions.export(viewer, filter, null);
        try (var file = SafeCsv.download(response, "subscriptions.csv")) {
            file.line(COLUMNS.stream().map(key -> text(key, locale)).toArray());
            file.rows(
                    first,
                    next -> subscriptions.export(viewer, filter, next),
                    row -> file.line(cells(viewer, row, locale).toArray()));
        }
    }

    private Stream<@Nullable Object> cells(Viewer viewer, SubscriptionView row, Locale locale) {
        var charge = row.termCharge();
        return Stream.of(
                row.id(),
                row.title(),
                row.nickname(),
                row.customerName(),
                row.providerName(),
                row.quantity(),
                row.assigned(),
                text("subscription.status." + row.status(), locale),
                text("subscription.term." + row.term(), locale),
                text("subscription.plan." + row.plan(), locale),
                LocalDate.ofInstant(row.startsAt(), viewer.zone()),
                LocalDate.ofInstant(row.endsAt(), viewer.zone()),
                text(row.autoRenew() ? "subscription.on" : "subscription.off", locale),
                row.resellerName(),
                row.resellerLocationId(),
                row.supportContactName(),
                charge == null ? null : charge.amount().toPlainString(),
                charge == null ? null : charge.currency().getCurrencyCode());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
