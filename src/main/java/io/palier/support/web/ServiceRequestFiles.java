package io.palier.support.web;

import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.shared.web.SafeCsv;
import io.palier.support.ServiceRequestFilter;
import io.palier.support.ServiceRequestView;
import io.palier.support.ServiceRequests;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Lists of service requests as files; times are in the person's zone, year first. */
@Controller
class ServiceRequestFiles {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final List<String> COLUMNS = List.of(
            "support.number",
            "support.title",
            "support.customer",
            "support.topic",
            "support.severity",
            "support.status",
            "support.opened-for",
            "support.handler",
            "support.opened-at",
            "support.first-response",
            "support.changed-at",
            "support.closed-at");

    private final ServiceRequests requests;
    private final Customers customers;
    private final MessageSource messages;

    ServiceRequestFiles(ServiceRequests requests, Customers customers, MessageSource messages) {
        this.requests = requests;
        this.customers = customers;
        this.messages = messages;
    }

    @GetMapping("/customers/{relationship}/service-requests/export.csv")
    void ofCustomer(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            RequestListForm form,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        customers.get(viewer, relationship);
        write(viewer, form.filter(relationship), locale, response);
    }

    @GetMapping("/service-requests/export.csv")
    void all(Viewer viewer, RequestListForm form, Locale locale, HttpServletResponse response) throws IOException {
        write(viewer, form.filter(null), locale, response);
    }

    private void write(Viewer viewer, ServiceRequestFilter filter, Locale locale, HttpServletResponse response)
            throws IOException {
        var first = requests.export(viewer, filter, null);
        try (var file = SafeCsv.download(response, "service-requests.csv")) {
            file.line(COLUMNS.stream().map(key -> text(key, locale)).toArray());
            file.rows(
                    first,
                    next -> requests.export(viewer, filter, next),
                    request -> file.line(cells(viewer, request, locale)));
        }
    }

    private @Nullable Object[] cells(Viewer viewer, ServiceRequestView request, Locale locale) {
        return new @Nullable Object[] {
            request.number(),
            request.title(),
            request.customerName(),
            text("support.topic." + request.topic(), locale),
            text("support.severity." + request.severity(), locale),
            text("support.status." + request.status(), locale),
            request.openedForName(),
            request.handlerName(),
            time(viewer, request.openedAt()),
            time(viewer, request.firstResponseAt()),
            time(viewer, request.changedAt()),
            time(viewer, request.closedAt())
        };
    }

    private static @Nullable String time(Viewer viewer, @Nullable Instant instant) {
        return instant == null ? null : TIME.format(LocalDateTime.ofInstant(instant, viewer.zone()));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
