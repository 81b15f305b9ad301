package io.palier.billing;

import io.palier.billing.domain.BudgetStore;
import io.palier.customer.CustomerData;
import io.palier.customer.DeletedCustomer;
import org.springframework.stereotype.Component;

/** Budgets go with their customer. */
@Component
class BudgetData implements CustomerData {
    private final BudgetStore budgets;

    BudgetData(BudgetStore budgets) {
        this.budgets = budgets;
    }

    @Override
    public void delete(DeletedCustomer customer) {
        budgets.remove(customer.relationship());
    }
}
