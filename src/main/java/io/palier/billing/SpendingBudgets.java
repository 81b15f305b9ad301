package io.palier.billing;

import io.palier.billing.domain.BudgetStore;
import io.palier.customer.CustomerView;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.Organizations;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Money;
import io.palier.shared.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to spending budgets: what a provider lets a customer use at the most in a month. */
@Service
@Transactional
public class SpendingBudgets {
    private static final BigDecimal MOST = new BigDecimal("1000000000");
    private static final int DECIMALS = 4;

    private final BudgetStore budgets;
    private final Customers customers;
    private final Organizations organizations;
    private final AuditTrail audit;
    private final Clock clock;

    SpendingBudgets(
            BudgetStore budgets, Customers customers, Organizations organizations, AuditTrail audit, Clock clock) {
        this.budgets = budgets;
        this.customers = customers;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The budget of a customer; empty if it has none. Needs {@link Right#SEE_PRICES}, which resellers cannot have.
     *
     * @throws Refusal not found, for strangers; forbidden
     */
    @Transactional(readOnly = true)
    public Optional<Money> get(Viewer viewer, RelationshipId id) {
        customers.get(viewer, id).require(viewer, Right.SEE_PRICES);
        return budgets.find(id);
    }

    /** The currency of all budgets that the viewer sets for a customer. Needs {@link Right#EDIT_CUSTOMER_BILLING}. */
    @Transactional(readOnly = true)
    public Currency currency(Viewer viewer, RelationshipId id) {
        var provider = editable(viewer, id).provider();
        return Currency.getInstance(
                Objects.requireNonNull(organizations.get(provider).currency()));
    }

    /**
     * Sets the budget of a customer, or takes it away. Needs {@link Right#EDIT_CUSTOMER_BILLING}.
     *
     * @param budget in the currency of {@link #currency}, up to a billion; null for none
     * @throws Refusal invalid, field {@code amount}
     */
    public void set(Viewer viewer, RelationshipId id, @Nullable Money budget) {
        var customer = editable(viewer, id);
        var before = budgets.find(id).orElse(null);
        if (budget == null) {
            budgets.remove(id);
        } else {
            check(budget);
            budgets.save(customer, budget, clock.instant());
        }
        audit.record(AuditEntry.of(viewer.actor(), "customer.budget-changed", "customer", id)
                .customer(customer.customer())
                .concerning(customer.provider())
                .change("budget", before, budget));
    }

    private CustomerView editable(Viewer viewer, RelationshipId id) {
        var customer = customers.get(viewer, id);
        customer.require(viewer, Right.EDIT_CUSTOMER_BILLING);
        return customer;
    }

    private static void check(Money budget) {
        var amount = budget.amount();
        if (amount.signum() < 0
                || amount.compareTo(MOST) > 0
                || amount.stripTrailingZeros().scale() > DECIMALS) {
            throw Refusal.invalid("amount", "billing.budget");
        }
    }
}
