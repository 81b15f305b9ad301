package io.palier.notification;

import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a relationship is with. */
@Component
class Relations {
    private final JdbcClient jdbc;

    Relations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Related(OrganizationId customer, Words customerName) {}

    Optional<Related> find(RelationshipId id) {
        return jdbc.sql("select customer_id, customer_name from customer_relationship_view where id = :id")
                .param("id", id.value())
                .query((row, n) -> new Related(
                        new OrganizationId(row.getObject("customer_id", UUID.class)),
                        Words.of(row.getString("customer_name"))))
                .optional();
    }
}
