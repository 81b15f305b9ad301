package io.palier.notification;

import io.palier.customer.CustomerData;
import io.palier.customer.DeletedCustomer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the provider was told of a customer leads nowhere without it; what the customer was told is read by nobody. */
@Component
class NewsOfCustomer implements CustomerData {
    private final JdbcClient jdbc;

    NewsOfCustomer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void delete(DeletedCustomer customer) {
        jdbc.sql("""
                        delete from notification
                        where (organization_id = :provider and link like :pages) or (:whole and organization_id = :customer)""")
                .param("provider", customer.provider().value())
                .param("pages", "/customers/" + customer.relationship() + "%")
                .param("whole", customer.whole())
                .param("customer", customer.customer().value())
                .update();
    }
}
