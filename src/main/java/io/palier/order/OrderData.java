package io.palier.order;

import io.palier.customer.CustomerData;
import io.palier.customer.DeletedCustomer;
import io.palier.order.domain.OrderStore;
import org.springframework.stereotype.Component;

/** Orders, requests for orders and carts go with their customer. */
@Component
class OrderData implements CustomerData {
    private final OrderStore store;

    OrderData(OrderStore store) {
        this.store = store;
    }

    @Override
    public void delete(DeletedCustomer customer) {
        store.delete(customer.relationship());
    }
}
