package io.palier.subscription;

import io.palier.customer.CustomerData;
import io.palier.customer.DeletedCustomer;
import io.palier.subscription.domain.SubscriptionStore;
import org.springframework.stereotype.Component;

/** Subscriptions go with their customer. */
@Component
class SubscriptionData implements CustomerData {
    private final SubscriptionStore store;

    SubscriptionData(SubscriptionStore store) {
        this.store = store;
    }

    @Override
    public void delete(DeletedCustomer customer) {
        store.delete(customer.relationship());
    }
}
