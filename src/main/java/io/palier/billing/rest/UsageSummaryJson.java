package io.palier.billing.rest;

import io.palier.api.Attributes;
import io.palier.api.Link;
import io.palier.api.WireDates;
import io.palier.billing.Costs.MonthlyCosts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was used in the running month (commerce contract 5.3).
 *
 * @param currencyLocale by which older clients tell the currency
 * @param lastModifiedDate the year 1: nothing was ever measured
 * @param budget of a customer's summary; null for others
 * @param emailsToNotify and the counts after it are of the whole partner's summary; null for others
 */
record UsageSummaryJson(
        String resourceId,
        String resourceName,
        Instant billingStartDate,
        Instant billingEndDate,
        BigDecimal totalCost,
        BigDecimal usdTotalCost,
        String currencyCode,
        String currencyLocale,
        Instant lastModifiedDate,
        @Nullable BudgetJson budget,
        @Nullable List<String> emailsToNotify,
        @Nullable Integer customersWithUsageBasedSubscription,
        @Nullable Integer customersOverBudget,
        @Nullable Integer customersTrendingOver,
        Map<String, Link> links,
        Attributes attributes) {

    /** What a customer may use at the most in a month; no amount, no limit. */
    record BudgetJson(@Nullable BigDecimal amount, @Nullable Attributes attributes) {
        static BudgetJson of(@Nullable BigDecimal amount) {
            return new BudgetJson(amount, Attributes.of("SpendingBudget"));
        }
    }

    /** Whose or what summary it is. */
    record Subject(String id, String name, String path, String objectType) {}

    static UsageSummaryJson of(Subject subject, MonthlyCosts month, String locale) {
        return of(subject, month, locale, null, null);
    }

    static UsageSummaryJson ofCustomer(
            Subject subject, MonthlyCosts month, String locale, @Nullable BigDecimal budget) {
        return of(subject, month, locale, BudgetJson.of(budget), null);
    }

    /** No product is metered, so that no customer uses any, nor over its budget. */
    static UsageSummaryJson ofPartner(Subject subject, MonthlyCosts month, String locale) {
        return of(subject, month, locale, null, 0);
    }

    private static UsageSummaryJson of(
            Subject subject,
            MonthlyCosts month,
            String locale,
            @Nullable BudgetJson budget,
            @Nullable Integer customers) {
        return new UsageSummaryJson(
                subject.id(),
                subject.name(),
                month.from(),
                month.to(),
                month.total().amount(),
                BigDecimal.ZERO,
                month.total().currency().getCurrencyCode(),
                locale,
                WireDates.NONE,
                budget,
                customers == null ? null : List.of(),
                customers,
                customers,
                customers,
                Link.self(subject.path()),
                Attributes.of(subject.objectType()));
    }
}
