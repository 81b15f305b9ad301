package io.palier.billing.rest;

import io.palier.api.ApiResource;
import io.palier.api.Fault;
import io.palier.api.FieldFilter;
import io.palier.api.FieldFilter.Operator;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import io.palier.api.WithUser;
import io.palier.billing.Invoices;
import io.palier.identity.Viewer;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Invoices of the caller's organization (commerce contract 5.1): none yet, so that lists are empty and no id is known. */
@ApiResource
@RequestMapping("/v1/invoices")
class InvoiceResource {
    private static final int MOST = 200;
    private static final int MOST_LINES = 2000;
    private static final String DATE = "InvoiceDate";
    private static final Set<Operator> OF_DATES = Set.of(
            Operator.EQUALS,
            Operator.NOT_EQUALS,
            Operator.GREATER_THAN,
            Operator.GREATER_THAN_OR_EQUALS,
            Operator.LESS_THAN,
            Operator.LESS_THAN_OR_EQUALS);

    private final Invoices invoices;

    InvoiceResource(Invoices invoices) {
        this.invoices = invoices;
    }

    @GetMapping
    Page<Object> list(Viewer viewer, ListRequest request) {
        invoices.require(viewer);
        requireSize(request, MOST);
        var filter = request.filter();
        if (filter != null) {
            requireDates(filter);
        }
        return request.numbered(List.of(), false);
    }

    private static void requireSize(ListRequest request, int most) {
        if (request.size() > most) {
            throw new Fault(Fault.Code.INVALID_INPUT, "The size is " + most + " at the most.", "size");
        }
    }

    private static void requireDates(FieldFilter filter) {
        if (!filter.parts().isEmpty()) {
            filter.parts().forEach(InvoiceResource::requireDates);
            return;
        }
        if (!filter.isOn(DATE) || !OF_DATES.contains(filter.operator())) {
            throw filter.unsupported();
        }
        filter.date();
    }

    @GetMapping({"/{invoice}", "/{invoice}/documents/statement", "/{invoice}/receipts/{receipt}/documents/statement"})
    @WithUser
    void get(Viewer viewer, @PathVariable String invoice) {
        invoices.find(viewer, invoice);
    }

    /** What to read stands in the query, or, from the Java client, in the path. */
    @GetMapping("/{invoice}/lineitems")
    void lines(
            Viewer viewer,
            @PathVariable String invoice,
            @RequestParam String provider,
            @RequestParam String invoiceLineItemType,
            ListRequest request) {
        InvoiceLines.read(provider, invoiceLineItemType);
        requireSize(request, MOST_LINES);
        invoices.find(viewer, invoice);
    }

    @GetMapping("/{invoice}/lineitems/{provider}/{type}")
    void linesByPath(
            Viewer viewer,
            @PathVariable String invoice,
            @PathVariable String provider,
            @PathVariable String type,
            ListRequest request) {
        lines(viewer, invoice, provider, type, request);
    }

    @GetMapping("/unbilled/lineitems")
    Page<Object> unbilled(
            Viewer viewer,
            @RequestParam String provider,
            @RequestParam String invoiceLineItemType,
            @RequestParam String currencyCode,
            @RequestParam String period,
            ListRequest request) {
        invoices.require(viewer);
        InvoiceLines.read(provider, invoiceLineItemType).requireUnbilled(period);
        requireCurrency(currencyCode);
        requireSize(request, MOST_LINES);
        return Page.of(List.of());
    }

    @GetMapping("/unbilled/lineitems/{provider}/{type}")
    Page<Object> unbilledByPath(
            Viewer viewer,
            @PathVariable String provider,
            @PathVariable String type,
            @RequestParam String currencyCode,
            @RequestParam String period,
            ListRequest request) {
        return unbilled(viewer, provider, type, currencyCode, period, request);
    }

    private static void requireCurrency(String sent) {
        var code = sent.strip().toUpperCase(Locale.ROOT);
        if (Currency.availableCurrencies()
                .noneMatch(known -> known.getCurrencyCode().equals(code))) {
            throw new Fault(Fault.Code.INVALID_PROPERTY, "There is no such currency.", "currencyCode");
        }
    }

    @GetMapping("/estimates/links")
    Page<Object> estimates(Viewer viewer, @RequestParam String currencyCode) {
        invoices.require(viewer);
        requireCurrency(currencyCode);
        return Page.of(List.of());
    }
}
