package io.palier.order.domain;

import io.palier.customer.RelationshipId;
import io.palier.identity.AccountId;
import io.palier.identity.Viewer;
import io.palier.order.CartId;
import io.palier.order.CartLine;
import io.palier.order.CartView;
import io.palier.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Carts as kept. */
@Repository
public class CartStore {
    private static final TypeReference<List<CartLine>> LINES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CartStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void insert(Viewer viewer, CartView cart) {
        jdbc.sql("""
                        insert into cart (id, organization_id, relationship_id, lines, created_at, modified_at,
                            modified_by, expires_at)
                        values (:id, :organization, :relationship, :lines::jsonb, :created, :modified, :account, :expires)""")
                .param("id", cart.id().value())
                .param("organization", viewer.organization().value())
                .param("relationship", cart.relationship().value())
                .param("lines", json.writeValueAsString(cart.lines()))
                .param("created", time(cart.createdAt()))
                .param("modified", time(cart.modifiedAt()))
                .param("account", cart.modifiedBy().value())
                .param("expires", time(cart.expiresAt()))
                .update();
    }

    /** The organization's own, while it has not expired; one that was ordered does not expire. */
    public Optional<CartView> find(Viewer viewer, RelationshipId relationship, CartId id, Instant now, boolean lock) {
        return jdbc.sql("""
                        select * from cart where id = :id and organization_id = :organization
                            and relationship_id = :relationship and (expires_at > :now or order_id is not null)
                        """ + (lock ? "for update" : ""))
                .param("id", id.value())
                .param("organization", viewer.organization().value())
                .param("relationship", relationship.value())
                .param("now", time(now))
                .query((row, n) -> read(row))
                .optional();
    }

    public void replace(CartId id, List<CartLine> lines, AccountId by, Instant now) {
        jdbc.sql("update cart set lines = :lines::jsonb, modified_at = :now, modified_by = :by where id = :id")
                .param("id", id.value())
                .param("lines", json.writeValueAsString(lines))
                .param("by", by.value())
                .param("now", time(now))
                .update();
    }

    public void ordered(CartId id, OrderId order) {
        jdbc.sql("update cart set order_id = :order where id = :id")
                .param("id", id.value())
                .param("order", order.value())
                .update();
    }

    /** Forgets what expired or was ordered before a time, 1,000 at a time. */
    public int forgetBefore(Instant time) {
        return jdbc.sql("delete from cart where id in (select id from cart where expires_at < :time limit 1000)")
                .param("time", time(time))
                .update();
    }

    private CartView read(ResultSet row) throws SQLException {
        var order = row.getObject("order_id", UUID.class);
        return new CartView(
                new CartId(row.getObject("id", UUID.class)),
                new RelationshipId(row.getObject("relationship_id", UUID.class)),
                json.readValue(row.getString("lines"), LINES),
                instant(row, "created_at"),
                instant(row, "modified_at"),
                new AccountId(row.getObject("modified_by", UUID.class)),
                instant(row, "expires_at"),
                order == null ? null : new OrderId(order));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
