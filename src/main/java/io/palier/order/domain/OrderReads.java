package io.palier.order.domain;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.Term;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.order.OrderFilter;
import io.palier.order.OrderId;
import io.palier.order.OrderView;
import io.palier.organization.OrganizationId;
import io.palier.shared.Cursor;
import io.palier.shared.Money;
import io.palier.shared.Slice;
import io.palier.subscription.NewSubscription.FirstDays;
import io.palier.subscription.Status;
import io.palier.subscription.SubscriptionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders as viewers see them, with their lines and what became of each. */
@Repository
public class OrderReads {
    private final JdbcClient jdbc;

    OrderReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those the viewer's organization may see and the filter wants, latest first. */
    public Slice<OrderView> list(Viewer viewer, OrderFilter filter, boolean prices, @Nullable Cursor after, int limit) {
        var sql = new StringBuilder("""
                select o.id from orders o join customer_relationship_view r on r.id = o.relationship_id
                join organization_view k on k.id = o.customer_id where\s""");
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("viewer", viewer.organization().value());
        parameters.put("limit", limit + 1);
        sql.append(scope(viewer));
        narrow(filter, sql, parameters);
        if (after != null) {
            sql.append(" and o.id < :after");
            parameters.put("after", after.id(0));
        }
        var ids = jdbc.sql(sql.append(" order by o.id desc limit :limit").toString())
                .params(parameters)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        return Slice.of(
                read(viewer, "o.id = any(:wanted)", ids.toArray(UUID[]::new), prices),
                limit,
                order -> List.of(order.id().toString()));
    }

    private static String scope(Viewer viewer) {
        return switch (viewer.kind()) {
            case INDIRECT_PROVIDER -> "o.provider_id = :viewer";
            case CUSTOMER -> "o.customer_id = :viewer and r.active";
            case INDIRECT_RESELLER -> "r.reseller_id = :viewer and r.active";
            case OPERATOR -> "false";
        };
    }

    private static void narrow(OrderFilter filter, StringBuilder sql, Map<String, @Nullable Object> parameters) {
        var relationship = filter.relationship();
        if (relationship != null) {
            sql.append(" and o.relationship_id = :relationship");
            parameters.put("relationship", relationship.value());
        }
        if (!filter.text().isEmpty()) {
            sql.append(" and ").append("""
                    (lower(o.number) like :prefix or k.sort_name like :text
                        or exists (select from order_line l where l.order_id = o.id
                            and (lower(l.title_en) like :text or lower(l.title_fr) like :text)))""");
            parameters.put("prefix", filter.text().prefix());
            parameters.put("text", filter.text().pattern());
        }
        var reseller = filter.reseller();
        if (reseller != null) {
            sql.append(" and exists (select from order_line l where l.order_id = o.id and l.reseller_id = :reseller)");
            parameters.put("reseller", reseller.value());
        }
        between(" and o.placed_at >= :from", "from", filter.from(), sql, parameters);
        between(" and o.placed_at < :to", "to", filter.to(), sql, parameters);
    }

    private static void between(
            String condition,
            String name,
            @Nullable Instant value,
            StringBuilder sql,
            Map<String, @Nullable Object> parameters) {
        if (value != null) {
            sql.append(condition);
            parameters.put(name, value.atOffset(ZoneOffset.UTC));
        }
    }

    /** One with its lines, if it belongs to the relationship. */
    public Optional<OrderView> find(Viewer viewer, RelationshipId relationship, OrderId id, boolean prices) {
        return read(viewer, "o.id = :wanted", id.value(), prices).stream()
                .filter(order -> order.relationship().equals(relationship))
                .findFirst();
    }

    /** One order is asked for by itself: PostgreSQL makes its plan once, but for an array it makes one every time. */
    private List<OrderView> read(Viewer viewer, String condition, Object wanted, boolean prices) {
        var orders = new LinkedHashMap<OrderId, OrderView>();
        jdbc.sql("""
                        select o.*, l.*, f.name as placed_for_name, p.name as reseller_name,
                               p.location_partner_id as reseller_location, k.name as customer_name, m.display_name,
                               s.status, s.nickname, s.base_id, s.version
                        from orders o
                        join order_line l on l.order_id = o.id
                        join subscription_view s on s.id = l.subscription_id
                        join organization_view f on f.id = o.placed_for
                        join organization_view k on k.id = o.customer_id
                        left join organization_view p on p.id = l.reseller_id
                        left join membership_view m on m.account_id = o.placed_by and m.organization_id = o.placed_for
                            and o.placed_for = :viewer
                        where %s order by o.id desc, l.line""".formatted(condition))
                .param("viewer", viewer.organization().value())
                .param("wanted", wanted)
                .query(row -> {
                    var id = new OrderId(row.getObject("order_id", UUID.class));
                    var line = line(row, prices, viewer.locale());
                    var order = orders.get(id);
                    orders.put(id, order == null ? order(row, id, line) : with(order, line));
                });
        return List.copyOf(orders.values());
    }

    private static OrderView order(ResultSet row, OrderId id, OrderView.Line line) throws SQLException {
        return new OrderView(
                id,
                row.getString("number"),
                new RelationshipId(row.getObject("relationship_id", UUID.class)),
                new OrganizationId(row.getObject("provider_id", UUID.class)),
                new OrganizationId(row.getObject("customer_id", UUID.class)),
                row.getString("customer_name"),
                Objects.requireNonNull(row.getObject("placed_at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("placed_for_name"),
                row.getString("display_name"),
                List.of(line),
                line.charge());
    }

    private static OrderView with(OrderView order, OrderView.Line line) {
        var lines = new ArrayList<>(order.lines());
        lines.add(line);
        var sum = order.total();
        var charge = line.charge();
        return new OrderView(
                order.id(),
                order.number(),
                order.relationship(),
                order.provider(),
                order.customer(),
                order.customerName(),
                order.placedAt(),
                order.placedFor(),
                order.person(),
                List.copyOf(lines),
                sum == null || charge == null ? null : sum.plus(charge));
    }

    private static OrderView.Line line(ResultSet row, boolean prices, Locale language) throws SQLException {
        return new OrderView.Line(
                row.getInt("line"),
                new SubscriptionId(row.getObject("subscription_id", UUID.class)),
                state(row),
                new AvailabilityId(row.getString("availability_id")),
                row.getString(language.getLanguage().equals("fr") ? "title_fr" : "title_en"),
                Term.valueOf(row.getString("term")),
                BillingPlan.valueOf(row.getString("plan")),
                row.getInt("quantity"),
                row.getString("reseller_name"),
                row.getString("reseller_location"),
                prices ? Money.of(row.getBigDecimal("unit_amount"), row.getString("unit_currency")) : null,
                row.getObject("first_days") == null
                        ? null
                        : new FirstDays(row.getInt("first_days"), row.getInt("term_days")));
    }

    private static OrderView.State state(ResultSet row) throws SQLException {
        var base = row.getObject("base_id", UUID.class);
        return new OrderView.State(
                Status.valueOf(row.getString("status")),
                row.getString("nickname"),
                base == null ? null : new SubscriptionId(base),
                row.getInt("version"));
    }
}
