package io.palier.billing.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.Link;
import io.palier.api.Page;
import io.palier.api.WireDates;
import io.palier.api.WithUser;
import io.palier.billing.Balance;
import io.palier.billing.Invoices;
import io.palier.identity.Viewer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;

/** What the caller's organization owes, by currency (commerce contract 5.1). */
@ApiResource
@WithUser
class InvoiceSummaryResource {
    private static final String PATH = "/invoices/summary";

    private final Invoices invoices;

    InvoiceSummaryResource(Invoices invoices) {
        this.invoices = invoices;
    }

    /** What is owed in one currency; dates are the year 1 where there was no invoice and no payment. */
    record InvoiceSummaryJson(
            BigDecimal balanceAmount,
            @Nullable String currencyCode,
            @Nullable String currencySymbol,
            Instant accountingDate,
            Instant firstInvoiceCreationDate,
            Instant latestInvoiceDate,
            Instant lastPaymentDate,
            BigDecimal lastPaymentAmount,
            List<Object> details,
            Map<String, Link> links,
            Attributes attributes) {

        static InvoiceSummaryJson of(Balance balance, Locale language) {
            var currency = balance.owed().currency();
            return new InvoiceSummaryJson(
                    balance.owed().amount(),
                    currency.getCurrencyCode(),
                    currency.getSymbol(language),
                    balance.at(),
                    WireDates.NONE,
                    WireDates.NONE,
                    WireDates.NONE,
                    BigDecimal.ZERO,
                    List.of(),
                    Link.self(PATH),
                    Attributes.of("InvoiceSummary"));
        }

        /** Of an organization that is billed in no currency. */
        static InvoiceSummaryJson empty() {
            return new InvoiceSummaryJson(
                    BigDecimal.ZERO,
                    null,
                    null,
                    WireDates.NONE,
                    WireDates.NONE,
                    WireDates.NONE,
                    WireDates.NONE,
                    BigDecimal.ZERO,
                    List.of(),
                    Link.self(PATH),
                    Attributes.of("InvoiceSummary"));
        }
    }

    @GetMapping("/v1/invoices/summary")
    InvoiceSummaryJson summary(Viewer viewer, Locale language) {
        return invoices.balance(viewer)
                .map(balance -> InvoiceSummaryJson.of(balance, language))
                .orElseGet(InvoiceSummaryJson::empty);
    }

    @GetMapping("/v1/invoices/summaries")
    Page<InvoiceSummaryJson> summaries(Viewer viewer, Locale language) {
        return Page.of(invoices.balance(viewer).stream()
                .map(balance -> InvoiceSummaryJson.of(balance, language))
                .toList());
    }
}
