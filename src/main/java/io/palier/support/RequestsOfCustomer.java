package io.palier.support;

import io.palier.customer.CustomerData;
import io.palier.customer.DeletedCustomer;
import io.palier.support.domain.ServiceRequestStore;
import org.springframework.stereotype.Component;

/** Service requests about a customer go with it, and what it asked for itself. */
@Component
class RequestsOfCustomer implements CustomerData {
    private final ServiceRequestStore store;

    RequestsOfCustomer(ServiceRequestStore store) {
        this.store = store;
    }

    @Override
    public void delete(DeletedCustomer customer) {
        store.delete(customer.relationship());
        if (customer.whole()) {
            store.deleteOpenedFor(customer.customer());
        }
    }
}
