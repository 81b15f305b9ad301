package io.palier.billing.domain;

import io.palier.customer.CustomerView;
import io.palier.customer.RelationshipId;
import io.palier.shared.Money;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers may use at the most in a month. */
@Repository
public class BudgetStore {
    private final JdbcClient jdbc;

    BudgetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Money> find(RelationshipId relationship) {
        return jdbc.sql("select amount, currency from spending_budget where relationship_id = :id")
                .param("id", relationship.value())
                .query((row, n) ->
                        Money.of(row.getBigDecimal("amount").stripTrailingZeros(), row.getString("currency")))
                .optional();
    }

    public void save(CustomerView customer, Money budget, Instant now) {
        jdbc.sql("""
                        insert into spending_budget (relationship_id, provider_id, amount, currency, set_at)
                        values (:id, :provider, :amount, :currency, :now)
                        on conflict (relationship_id) do update
                        set amount = excluded.amount, currency = excluded.currency, set_at = excluded.set_at""")
                .param("id", customer.id().value())
                .param("provider", customer.provider().value())
                .param("amount", budget.amount())
                .param("currency", budget.currency().getCurrencyCode())
                .param("now", Timestamp.from(now))
                .update();
    }

    public void remove(RelationshipId relationship) {
        jdbc.sql("delete from spending_budget where relationship_id = :id")
                .param("id", relationship.value())
                .update();
    }
}
