package io.palier.order.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.Link;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import io.palier.api.WithUser;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.Organizations;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;

/** Invoices: Palier writes none yet, so that lists are empty, balances zero, and no invoice has an id. */
@ApiResource
class InvoiceResource {
    private final Organizations organizations;

    InvoiceResource(Organizations organizations) {
        this.organizations = organizations;
    }

    /** What is owed in one currency (commerce contract 5.1). */
    record InvoiceSummaryJson(
            BigDecimal balanceAmount,
            @Nullable String currencyCode,
            Instant accountingDate,
            List<Object> details,
            Map<String, Link> links,
            Attributes attributes) {}

    @GetMapping("/v1/invoices")
    Page<Object> list(Viewer viewer, ListRequest request) {
        viewer.require(Right.SEE_INVOICES);
        return request.numbered(List.of(), false);
    }

    @GetMapping("/v1/invoices/summary")
    @WithUser
    InvoiceSummaryJson summary(Viewer viewer) {
        viewer.require(Right.SEE_INVOICES);
        var own = organizations.get(viewer.organization());
        return new InvoiceSummaryJson(
                BigDecimal.ZERO,
                own.currency(),
                own.createdAt(),
                List.of(),
                Link.self("/invoices/summary"),
                Attributes.of("InvoiceSummary"));
    }

    @GetMapping({"/v1/invoices/summaries", "/v1/invoices/estimates/links", "/v1/invoices/unbilled/lineitems"})
    Page<Object> empty(Viewer viewer) {
        viewer.require(Right.SEE_INVOICES);
        return Page.of(List.of());
    }
}
