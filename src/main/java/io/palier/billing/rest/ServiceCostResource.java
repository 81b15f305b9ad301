package io.palier.billing.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.Link;
import io.palier.api.Page;
import io.palier.api.WireWords;
import io.palier.api.WithUser;
import io.palier.billing.Costs;
import io.palier.customer.Customers;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a customer's services cost the provider in a month (commerce contract 5.4): nothing is charged yet. */
@ApiResource
@WithUser
@RequestMapping("/v1/customers/{customer}/servicecosts/{period}")
class ServiceCostResource {
    private final Costs costs;
    private final Customers customers;

    ServiceCostResource(Costs costs, Customers customers) {
        this.costs = costs;
        this.customers = customers;
    }

    /** Totals of a month. */
    record ServiceCostsJson(
            Instant billingStartDate,
            Instant billingEndDate,
            BigDecimal pretaxTotal,
            BigDecimal tax,
            BigDecimal afterTaxTotal,
            String currencyCode,
            String currencySymbol,
            OrganizationId customerId,
            List<Object> details,
            Map<String, Link> links,
            Attributes attributes) {}

    @GetMapping
    ServiceCostsJson summary(
            Viewer viewer, @PathVariable OrganizationId customer, @PathVariable String period, Locale language) {
        var month = costs.of(viewer, customers.relationship(viewer, customer), read(period));
        var path = "/customers/" + customer + "/servicecosts/" + period;
        var total = month.total().amount();
        return new ServiceCostsJson(
                month.from(),
                month.to(),
                total,
                BigDecimal.ZERO,
                total,
                month.total().currency().getCurrencyCode(),
                month.total().currency().getSymbol(language),
                customer,
                List.of(),
                Link.self(path, "serviceCostLineItems", Link.get(path + "/lineitems")),
                Attributes.of("ServiceCostsSummary"));
    }

    @GetMapping("/lineitems")
    Page<Object> lines(Viewer viewer, @PathVariable OrganizationId customer, @PathVariable String period) {
        costs.of(viewer, customers.relationship(viewer, customer), read(period));
        return Page.of(List.of());
    }

    private static Costs.Month read(String period) {
        return WireWords.read(Costs.Month.class, period);
    }
}
