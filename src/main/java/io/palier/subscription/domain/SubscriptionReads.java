package io.palier.subscription.domain;

import static io.palier.subscription.domain.SubscriptionStore.instant;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.Term;
import io.palier.customer.RelationshipId;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.Cursor;
import io.palier.shared.Money;
import io.palier.shared.Slice;
import io.palier.shared.Uuids;
import io.palier.subscription.Association;
import io.palier.subscription.Status;
import io.palier.subscription.SubscriptionEvent;
import io.palier.subscription.SubscriptionFilter;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Subscriptions as viewers see them; every read starts from the viewer's organization. */
@Repository
public class SubscriptionReads {
    private static final String SELECT = """
            select s.*, pr.organization_id as reseller_id, sc.organization_id as support_contact_id, r.customer_name,
                   r.reseller_id as customer_level_id, o.name as provider_name, p.name as reseller_name,
                   p.location_partner_id as reseller_location_id, c.name as support_contact_name,
                   coalesce((select ps.active and ps.eligible and ps.may_order from partnership_view ps
                             where ps.provider_id = s.provider_id and ps.reseller_id = :viewer), false) as may_order,
                   (select count(*) from license_assignment l where l.subscription_id = s.id) as assigned,
                   %s as sort_key
            from subscription s
            left join partner_of_record pr on pr.subscription_id = s.id and pr.valid_to is null
            left join support_contact sc on sc.subscription_id = s.id and sc.valid_to is null
            join customer_relationship_view r on r.id = s.relationship_id
            join organization_view o on o.id = s.provider_id
            join organization_view k on k.id = s.customer_id
            left join organization_view p on p.id = pr.organization_id
            left join organization_view c on c.id = sc.organization_id
            where (r.active or s.provider_id = :viewer)
            """;

    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;

    SubscriptionReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One subscription, if the viewer's organization is associated with it while the relationship lasts. */
    public Optional<SubscriptionView> find(Viewer viewer, SubscriptionId id) {
        return jdbc.sql(SELECT.formatted("''") + " and s.id = :id")
                .param("viewer", viewer.organization().value())
                .param("id", id.value())
                .query((row, n) -> view(row, viewer))
                .optional()
                .filter(found -> !found.associations().isEmpty());
    }

    /** Several at once; those the viewer's organization may not see are left out. */
    public List<SubscriptionView> find(Viewer viewer, Collection<SubscriptionId> ids) {
        return jdbc
                .sql(SELECT.formatted("''") + " and s.id = any(:ids) order by s.id desc")
                .param("viewer", viewer.organization().value())
                .param("ids", ids.stream().map(SubscriptionId::value).toArray(UUID[]::new))
                .query((row, n) -> view(row, viewer))
                .list()
                .stream()
                .filter(found -> !found.associations().isEmpty())
                .toList();
    }

    /** The add-ons of a base that the viewer's organization may see, latest first; at most 100. */
    public List<SubscriptionView> addOns(Viewer viewer, SubscriptionId base) {
        return jdbc
                .sql(SELECT.formatted("''") + " and s.base_id = :base order by s.id desc limit 100")
                .param("viewer", viewer.organization().value())
                .param("base", base.value())
                .query((row, n) -> view(row, viewer))
                .list()
                .stream()
                .filter(found -> !found.associations().isEmpty())
                .toList();
    }

    private record Keyed(SubscriptionView view, String key) {}

    /** Those that the viewer's organization may see, in the filter's order. */
    public Slice<SubscriptionView> list(
            Viewer viewer, SubscriptionFilter filter, @Nullable Cursor after, Instant now, int limit) {
        var order = ListOrder.of(filter.sort(), viewer.locale());
        var sql = new StringBuilder(SELECT.formatted(order.key()));
        var parameters = new HashMap<String, Object>();
        parameters.put("viewer", viewer.organization().value());
        parameters.put("limit", limit + 1);
        sql.append(scope(viewer));
        narrow(filter, now, sql, parameters);
        if (after != null && order.accepts(after.parts().getFirst())) {
            sql.append(order.after());
            parameters.put("key", after.parts().getFirst());
            parameters.put("after", after.id(1));
        }
        var rows = jdbc.sql(sql.append(order.by()).append(" limit :limit").toString())
                .params(parameters)
                .query((row, n) -> new Keyed(view(row, viewer), row.getString("sort_key")))
                .list();
        return Slice.of(rows, limit, row -> List.of(row.key(), row.view().id().toString()))
                .map(Keyed::view);
    }

    private static String scope(Viewer viewer) {
        return switch (viewer.kind()) {
            case INDIRECT_PROVIDER -> " and s.provider_id = :viewer";
            case CUSTOMER -> " and s.customer_id = :viewer";
            case INDIRECT_RESELLER -> """
                     and s.id in (
                        select x.id from subscription x join customer_relationship_view v on v.id = x.relationship_id
                        where v.reseller_id = :viewer and v.active
                        union
                        select x.subscription_id from partner_of_record x
                        where x.organization_id = :viewer and x.valid_to is null
                        union
                        select x.subscription_id from support_contact x
                        where x.organization_id = :viewer and x.valid_to is null)
                    """;
            case OPERATOR -> " and false";
        };
    }

    private static void narrow(
            SubscriptionFilter filter, Instant now, StringBuilder sql, Map<String, Object> parameters) {
        var relationship = filter.relationship();
        if (relationship != null) {
            sql.append(" and s.relationship_id = :relationship");
            parameters.put("relationship", relationship.value());
        }
        if (!filter.text().isEmpty()) {
            sql.append(" and (s.search_text like :text or k.sort_name like :text or :typed in (s.id, s.customer_id))");
            parameters.put("text", filter.text().pattern());
            parameters.put("typed", Uuids.parse(filter.text().typed()).orElse(NOBODY));
        }
        var status = filter.status();
        if (status != null) {
            sql.append(" and s.status = :status");
            parameters.put("status", status.name());
        }
        equal("s.publisher", "publisher", filter.publisher(), sql, parameters);
        equal("s.trial", "trial", filter.trial(), sql, parameters);
        equal("s.auto_renew", "autoRenew", filter.autoRenew(), sql, parameters);
        var reseller = filter.reseller();
        equal("pr.organization_id", "reseller", reseller == null ? null : reseller.value(), sql, parameters);
        if (filter.direct()) {
            sql.append(" and pr.organization_id is null");
        }
        var within = filter.endsWithin();
        if (within != null) {
            sql.append(" and s.status in ('ACTIVE', 'SUSPENDED') and s.ends_at <= :ends");
            parameters.put("ends", SubscriptionStore.time(now.plus(within)));
        }
    }

    private static void equal(
            String column, String name, @Nullable Object value, StringBuilder sql, Map<String, Object> parameters) {
        if (value != null) {
            sql.append(" and ").append(column).append(" = :").append(name);
            parameters.put(name, value);
        }
    }

    /** The latest 100 changes, latest first. People are named to their own organization only. */
    public List<SubscriptionEvent> changes(Viewer viewer, SubscriptionId id) {
        return jdbc.sql("""
                        select c.at, c.kind, c.before, c.after, c.before_fr, c.after_fr, o.name, m.display_name
                        from subscription_change c
                        join organization_view o on o.id = c.organization_id
                        left join membership_view m on m.account_id = c.account_id
                            and m.organization_id = c.organization_id and c.organization_id = :viewer
                        where c.subscription_id = :id order by c.at desc, c.id desc limit 100""")
                .param("viewer", viewer.organization().value())
                .param("id", id.value())
                .query((row, n) -> new SubscriptionEvent(
                        instant(row, "at"),
                        row.getString("kind"),
                        text(row, "before", viewer),
                        text(row, "after", viewer),
                        row.getString("name"),
                        row.getString("display_name")))
                .list();
    }

    private static @Nullable String text(ResultSet row, String column, Viewer viewer) throws SQLException {
        var french = row.getString(column + "_fr");
        return french != null && isFrench(viewer.locale()) ? french : row.getString(column);
    }

    static boolean isFrench(Locale locale) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage());
    }

    private static SubscriptionView view(ResultSet row, Viewer viewer) throws SQLException {
        var associations = associations(row, viewer.organization());
        var seesPrice = associations.contains(Association.PROVIDER) && viewer.may(Right.SEE_PRICES);
        var reseller = row.getObject("reseller_id", UUID.class);
        var contact = row.getObject("support_contact_id", UUID.class);
        var base = row.getObject("base_id", UUID.class);
        var lost = row.getObject("data_lost_at", OffsetDateTime.class);
        var provider = Objects.requireNonNull(row.getObject("provider_id", UUID.class));
        return new SubscriptionView(
                new SubscriptionId(row.getObject("id", UUID.class)),
                new RelationshipId(row.getObject("relationship_id", UUID.class)),
                new OrganizationId(provider),
                row.getString("provider_name"),
                new OrganizationId(row.getObject("customer_id", UUID.class)),
                row.getString("customer_name"),
                row.getObject("order_id", UUID.class),
                new AvailabilityId(row.getString("availability_id")),
                row.getString("product_id"),
                row.getString("sku_id"),
                row.getString("publisher"),
                row.getString(isFrench(viewer.locale()) ? "title_fr" : "title_en"),
                row.getString("nickname"),
                Term.valueOf(row.getString("term")),
                BillingPlan.valueOf(row.getString("plan")),
                row.getBoolean("trial"),
                row.getBoolean("add_on"),
                base == null ? null : new SubscriptionId(base),
                row.getInt("quantity"),
                row.getInt("minimum_quantity"),
                row.getInt("maximum_quantity"),
                Status.valueOf(row.getString("status")),
                instant(row, "status_since"),
                lost == null ? null : lost.toInstant(),
                row.getBoolean("auto_renew"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                instant(row, "created_at"),
                seesPrice ? Money.of(row.getBigDecimal("unit_amount"), row.getString("unit_currency")) : null,
                reseller == null ? null : new OrganizationId(reseller),
                row.getString("reseller_name"),
                row.getString("reseller_location_id"),
                new OrganizationId(contact == null ? provider : contact),
                contact == null ? row.getString("provider_name") : row.getString("support_contact_name"),
                associations,
                row.getBoolean("may_order"),
                row.getInt("assigned"),
                row.getInt("version"));
    }

    private static Set<Association> associations(ResultSet row, OrganizationId viewer) throws SQLException {
        var found = EnumSet.noneOf(Association.class);
        var own = viewer.value();
        if (own.equals(row.getObject("provider_id", UUID.class))) {
            found.add(Association.PROVIDER);
        } else if (own.equals(row.getObject("customer_id", UUID.class))) {
            found.add(Association.CUSTOMER);
        } else {
            if (own.equals(row.getObject("customer_level_id", UUID.class))) {
                found.add(Association.CUSTOMER_LEVEL);
            }
            if (own.equals(row.getObject("reseller_id", UUID.class))) {
                found.add(Association.PARTNER_OF_RECORD);
            }
            if (own.equals(row.getObject("support_contact_id", UUID.class))) {
                found.add(Association.SUPPORT_CONTACT);
            }
        }
        return found;
    }
}
