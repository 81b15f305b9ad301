package io.palier.billing.rest;

import io.palier.api.ApiResource;
import io.palier.api.Page;
import io.palier.billing.Costs;
import io.palier.billing.Costs.Month;
import io.palier.billing.SpendingBudgets;
import io.palier.billing.rest.UsageSummaryJson.BudgetJson;
import io.palier.billing.rest.UsageSummaryJson.Subject;
import io.palier.customer.Customers;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.organization.Organizations;
import io.palier.shared.Money;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.Subscriptions;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Usage of metered products, of which there are none: totals are zero and no record was written. Budgets are kept
 * (commerce contract 5.3).
 */
@ApiResource
@RequestMapping("/v1")
class UsageResource {
    private final Costs costs;
    private final SpendingBudgets budgets;
    private final Customers customers;
    private final Subscriptions subscriptions;
    private final Organizations organizations;

    UsageResource(
            Costs costs,
            SpendingBudgets budgets,
            Customers customers,
            Subscriptions subscriptions,
            Organizations organizations) {
        this.costs = costs;
        this.budgets = budgets;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.organizations = organizations;
    }

    @GetMapping("/usagesummary")
    UsageSummaryJson ofPartner(Viewer viewer) {
        var month = costs.ofAll(viewer, Month.CURRENT);
        var own = organizations.get(viewer.organization());
        var subject = new Subject(own.id().toString(), own.name(), "/usagesummary", "PartnerUsageSummary");
        return UsageSummaryJson.ofPartner(subject, month, locale(viewer));
    }

    @GetMapping("/customers/{customer}/usagesummary")
    UsageSummaryJson ofCustomer(Viewer viewer, @PathVariable OrganizationId customer) {
        var id = customers.relationship(viewer, customer);
        var month = costs.of(viewer, id, Month.CURRENT);
        var subject = new Subject(
                customer.toString(),
                customers.get(viewer, id).name(),
                "/customers/" + customer + "/usagesummary",
                "CustomerUsageSummary");
        var budget = budgets.get(viewer, id).map(Money::amount).orElse(null);
        return UsageSummaryJson.ofCustomer(subject, month, locale(viewer), budget);
    }

    @GetMapping("/customers/{customer}/subscriptions/{subscription}/usagesummary")
    UsageSummaryJson ofSubscription(
            Viewer viewer, @PathVariable OrganizationId customer, @PathVariable SubscriptionId subscription) {
        var seen = subscriptions.get(viewer, customer, subscription);
        var month = costs.of(viewer, seen.relationship(), Month.CURRENT);
        var path = "/customers/" + customer + "/subscriptions/" + subscription + "/usagesummary";
        var subject = new Subject(subscription.toString(), seen.title(), path, "SubscriptionUsageSummary");
        return UsageSummaryJson.of(subject, month, locale(viewer));
    }

    private String locale(Viewer viewer) {
        var own = organizations.get(viewer.organization());
        return own.language().getLanguage() + "-" + own.address().country();
    }

    /** What each customer with metered products has used. */
    @GetMapping("/customers/usagerecords")
    Page<Object> records(Viewer viewer) {
        costs.ofAll(viewer, Month.CURRENT);
        return Page.of(List.of());
    }

    /** What each metered subscription of a customer has used. */
    @GetMapping("/customers/{customer}/subscriptions/usagerecords")
    Page<Object> recordsOfCustomer(Viewer viewer, @PathVariable OrganizationId customer) {
        costs.of(viewer, customers.relationship(viewer, customer), Month.CURRENT);
        return Page.of(List.of());
    }

    /** What of a subscription was used, by resource, by day and by meter. */
    @GetMapping({
        "/customers/{customer}/subscriptions/{subscription}/usagerecords/resources",
        "/customers/{customer}/subscriptions/{subscription}/usagerecords/daily",
        "/customers/{customer}/subscriptions/{subscription}/meterusagerecords",
        "/customers/{customer}/subscriptions/{subscription}/resourceusagerecords"
    })
    Page<Object> recordsOfSubscription(
            Viewer viewer, @PathVariable OrganizationId customer, @PathVariable SubscriptionId subscription) {
        var seen = subscriptions.get(viewer, customer, subscription);
        costs.of(viewer, seen.relationship(), Month.CURRENT);
        return Page.of(List.of());
    }

    @GetMapping("/customers/{customer}/usagebudget")
    BudgetJson budget(Viewer viewer, @PathVariable OrganizationId customer) {
        var id = customers.relationship(viewer, customer);
        return BudgetJson.of(budgets.get(viewer, id).map(Money::amount).orElse(null));
    }

    /** No amount takes the budget away. */
    @PatchMapping("/customers/{customer}/usagebudget")
    BudgetJson setBudget(Viewer viewer, @PathVariable OrganizationId customer, @RequestBody BudgetJson body) {
        var id = customers.relationship(viewer, customer);
        var currency = budgets.currency(viewer, id);
        var amount = body.amount();
        budgets.set(viewer, id, amount == null ? null : new Money(amount, currency));
        return budget(viewer, customer);
    }
}
