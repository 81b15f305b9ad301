package io.palier.insight.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.Page;
import io.palier.api.WithUser;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * How many licenses users have of those that were bought (commerce contract 6.1), a row for each SKU. What people do with
 * them is not measured here, so that there are no rows of usage.
 */
@ApiResource
@WithUser
@RequestMapping("/v1")
class LicenseInsightResource {
    private static final String CHANNEL = "reseller";

    private final LicenseRows rows;
    private final Clock clock;

    LicenseInsightResource(LicenseRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** All customers' licenses of one SKU. */
    record PartnerDeployment(
            Instant processedDateTime,
            String serviceName,
            String channel,
            long licensesDeployed,
            long licensesSold,
            long deploymentPercent,
            long proratedDeploymentPercent,
            Attributes attributes) {}

    /** A customer's licenses of one SKU. */
    record CustomerDeployment(
            Instant processedDateTime,
            String serviceName,
            String channel,
            OrganizationId customerId,
            String customerName,
            String productName,
            String serviceCode,
            long licensesDeployed,
            long licensesSold,
            long deploymentPercent,
            Attributes attributes) {}

    @GetMapping("/analytics/licenses/deployment")
    Page<PartnerDeployment> deployment(Viewer viewer, Locale language) {
        viewer.require(Right.SEE_ANALYTICS);
        var now = clock.instant();
        return Page.of(rows.ofPartner(viewer, language).stream()
                .map(row -> new PartnerDeployment(
                        now,
                        row.title(),
                        CHANNEL,
                        row.deployed(),
                        row.sold(),
                        row.percent(),
                        row.percent(),
                        Attributes.of("PartnerLicensesDeploymentInsights")))
                .toList());
    }

    @GetMapping("/analytics/licenses/usage")
    Page<Object> usage(Viewer viewer) {
        viewer.require(Right.SEE_ANALYTICS);
        return Page.of(List.of());
    }

    @GetMapping("/customers/{customer}/analytics/licenses/deployment")
    Page<CustomerDeployment> ofCustomer(Viewer viewer, @PathVariable OrganizationId customer, Locale language) {
        var name = name(viewer, customer);
        var now = clock.instant();
        return Page.of(rows.ofCustomer(viewer, customer, language).stream()
                .map(row -> new CustomerDeployment(
                        now,
                        row.title(),
                        CHANNEL,
                        customer,
                        name,
                        row.title(),
                        row.code(),
                        row.deployed(),
                        row.sold(),
                        row.percent(),
                        Attributes.of("CustomerLicensesDeploymentInsights")))
                .toList());
    }

    @GetMapping("/customers/{customer}/analytics/licenses/usage")
    Page<Object> usageOfCustomer(Viewer viewer, @PathVariable OrganizationId customer) {
        name(viewer, customer);
        return Page.of(List.of());
    }

    private String name(Viewer viewer, OrganizationId customer) {
        var name = rows.name(viewer, customer).orElseThrow(Refusal::notFound);
        viewer.require(Right.SEE_ANALYTICS);
        return name;
    }
}
