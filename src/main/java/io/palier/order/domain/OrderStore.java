package io.palier.order.domain;

import io.palier.catalog.Offer;
import io.palier.catalog.Segment;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.order.OrderId;
import io.palier.order.OrderLine;
import io.palier.organization.OrganizationId;
import io.palier.subscription.Association;
import io.palier.subscription.Base;
import io.palier.subscription.NewSubscription;
import io.palier.subscription.NewSubscription.FirstDays;
import io.palier.subscription.SubscriptionId;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders as kept. Placing one costs two statements here: the guard, and the order with its lines. */
@Repository
public class OrderStore {
    /** Keeps lines of the order in {@code placed}, numbered after its {@code last}. */
    private static final String KEPT_LINES = """
                        kept as (
                            insert into order_line (order_id, line, subscription_id, availability_id, title_en, title_fr,
                                term, plan, quantity, reseller_id, unit_amount, unit_currency, first_days, term_days)
                            select placed.id, placed.last + l.line, l.subscription, l.availability, l.title_en, l.title_fr,
                                l.term, l.plan, l.quantity, l.reseller, l.amount, l.currency, l.first_days, l.term_days
                            from placed cross join unnest(:lines::int[], :subscriptions::uuid[], :availabilities::text[],
                                :titlesEn::text[], :titlesFr::text[], :terms::text[], :plans::text[], :quantities::int[],
                                :resellers::uuid[], :amounts::numeric[], :currencies::text[], :firstDays::int[],
                                :termDays::int[])
                                as l (line, subscription, availability, title_en, title_fr, term, plan, quantity, reseller,
                                    amount, currency, first_days, term_days))
                        """;

    private final JdbcClient jdbc;

    OrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the order depends on; empty if there is no such active relationship. */
    public Optional<Guard> guard(
            Viewer viewer, RelationshipId relationship, List<OrderLine> lines, Collection<Offer> offers) {
        var skus = offers.stream().flatMap(OrderStore::skus).distinct().toArray(String[]::new);
        return jdbc.sql("""
                        select r.id, r.provider_id, r.customer_id, r.agreement_accepted_at, r.country, r.segment, o.currency,
                            r.reseller_id,
                            (select array_agg(a.kind) from subscription_association_view a
                             where a.relationship_id = r.id and a.organization_id = :viewer and a.valid_to is null) as kinds,
                            coalesce((select p.active and p.eligible and p.may_order from partnership_view p
                             where p.provider_id = r.provider_id and p.reseller_id = :viewer), false) as may_order,
                            (select array_agg(p.reseller_id) from partnership_view p
                             where p.provider_id = r.provider_id and p.reseller_id = any(:resellers) and p.active
                               and p.eligible and p.location_partner_id is not null) as resellers,
                            (select array_agg(concat_ws(' ', s.product_id || ':' || s.sku_id, s.id,
                                        extract(epoch from s.anchor_at), extract(epoch from s.ends_at)) order by s.id)
                             from subscription_view s
                             where s.relationship_id = r.id and s.status = 'ACTIVE' and not s.trial
                               and s.product_id || ':' || s.sku_id = any(:skus)) as owned,
                            (select array_agg(s.trial_of) from subscription_view s
                             where s.relationship_id = r.id and s.trial_of = any(:skus)) as tried
                        from customer_relationship_view r
                        join organization_view o on o.id = r.provider_id
                        where r.id = :id and r.active""")
                .param("viewer", viewer.organization().value())
                .param("resellers", resellers(viewer, lines))
                .param("skus", skus)
                .param("id", relationship.value())
                .query((row, n) -> guard(row, viewer.organization().value()))
                .optional();
    }

    /** What an offer's rules ask about: itself, what an add-on needs, what a trial is a trial of. */
    private static Stream<String> skus(Offer offer) {
        var own = Stream.concat(Stream.of(offer.sku().toString()), offer.prerequisites().stream());
        return offer.trial() ? Stream.concat(own, offer.upgradeTargets().stream()) : own;
    }

    private static UUID[] resellers(Viewer viewer, List<OrderLine> lines) {
        var wanted = lines.stream()
                .map(OrderLine::reseller)
                .filter(Objects::nonNull)
                .map(OrganizationId::value)
                .collect(Collectors.toSet());
        if (viewer.isReseller()) {
            wanted.add(viewer.organization().value());
        }
        return wanted.toArray(UUID[]::new);
    }

    private static Guard guard(ResultSet row, UUID viewer) throws SQLException {
        var associations = EnumSet.noneOf(Association.class);
        if (viewer.equals(row.getObject("provider_id", UUID.class))) {
            associations.add(Association.PROVIDER);
        } else if (viewer.equals(row.getObject("customer_id", UUID.class))) {
            associations.add(Association.CUSTOMER);
        } else if (viewer.equals(row.getObject("reseller_id", UUID.class))) {
            associations.add(Association.CUSTOMER_LEVEL);
        }
        texts(row.getArray("kinds")).forEach(kind -> {
            if (!associations.contains(Association.PROVIDER)) {
                associations.add(Association.valueOf(kind));
            }
        });
        var accepted = row.getObject("agreement_accepted_at", OffsetDateTime.class);
        return new Guard(
                new RelationshipId(row.getObject("id", UUID.class)),
                new OrganizationId(row.getObject("provider_id", UUID.class)),
                new OrganizationId(row.getObject("customer_id", UUID.class)),
                accepted == null ? null : accepted.toInstant(),
                row.getString("country"),
                Segment.valueOf(row.getString("segment")),
                Objects.requireNonNullElse(row.getString("currency"), ""),
                associations,
                row.getBoolean("may_order"),
                texts(row.getArray("resellers")).stream()
                        .map(id -> new OrganizationId(UUID.fromString(id)))
                        .collect(Collectors.toSet()),
                owned(texts(row.getArray("owned"))),
                texts(row.getArray("tried")));
    }

    /** SKU, id, original day and term's end of each, the latest last. */
    private static Map<String, List<Base>> owned(Set<String> rows) {
        var owned = new HashMap<String, List<Base>>();
        for (var row : rows) {
            var cells = row.split(" ", -1);
            owned.computeIfAbsent(cells[0], sku -> new ArrayList<>())
                    .add(new Base(new SubscriptionId(UUID.fromString(cells[1])), instant(cells[2]), instant(cells[3])));
        }
        return owned;
    }

    private static Instant instant(String epoch) {
        return Instant.EPOCH.plusNanos(new BigDecimal(epoch).movePointRight(9).longValueExact());
    }

    private static Set<String> texts(@Nullable Array array) throws SQLException {
        return array == null
                ? Set.of()
                : Arrays.stream((Object[]) array.getArray())
                        .map(Object::toString)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Keeps an order with its lines in one statement.
     *
     * @return false if the provider has an order with this request id already; a transaction that is placing it is
     *     waited for
     */
    public boolean insert(
            OrderId id,
            String number,
            UUID request,
            Guard guard,
            Viewer viewer,
            List<NewSubscription> lines,
            Instant now) {
        var statement = jdbc.sql("""
                        with placed as (
                            insert into orders (id, provider_id, request_id, number, customer_id, relationship_id,
                                placed_at, placed_by, placed_for)
                            values (:id, :provider, :request, :number, :customer, :relationship, :now, :account, :organization)
                            on conflict (provider_id, request_id) do nothing returning id, 0 as last),
                        """ + KEPT_LINES + """
                        select count(*) from placed""")
                .param("id", id.value())
                .param("provider", guard.provider().value())
                .param("request", request)
                .param("number", number)
                .param("customer", guard.customer().value())
                .param("relationship", guard.relationship().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("account", viewer.account().value())
                .param("organization", viewer.organization().value());
        return withLines(statement, lines, now).query(Integer.class).single() == 1;
    }

    /**
     * Adds lines behind those an order has, in one statement.
     *
     * @return false if the relationship has no such order
     */
    public boolean append(OrderId id, RelationshipId relationship, List<NewSubscription> lines, Instant now) {
        var statement =
                jdbc.sql("""
                        with locked as (
                            select id from orders where id = :id and relationship_id = :relationship for update),
                        placed as (
                            select k.id, (select max(line) from order_line where order_id = k.id) as last from locked k),
                        """ + KEPT_LINES + """
                        select count(*) from placed""").param("id", id.value()).param("relationship", relationship.value());
        return withLines(statement, lines, now).query(Integer.class).single() == 1;
    }

    private static JdbcClient.StatementSpec withLines(
            JdbcClient.StatementSpec statement, List<NewSubscription> lines, Instant now) {
        return statement
                .param("lines", IntStream.rangeClosed(1, lines.size()).boxed().toArray(Integer[]::new))
                .param("subscriptions", lines.stream().map(l -> l.id().value()).toArray(UUID[]::new))
                .param("availabilities", column(lines, l -> l.offer().id().value()))
                .param("titlesEn", column(lines, l -> l.offer().title()))
                .param("titlesFr", column(lines, NewSubscription::titleFr))
                .param("terms", column(lines, l -> l.offer().term().name()))
                .param("plans", column(lines, l -> l.offer().plan().name()))
                .param(
                        "quantities",
                        lines.stream().map(NewSubscription::quantity).toArray(Integer[]::new))
                .param("resellers", lines.stream().map(OrderStore::reseller).toArray(UUID[]::new))
                .param(
                        "amounts",
                        column(lines, l -> l.offer().unitPrice().amount().toPlainString()))
                .param(
                        "currencies",
                        column(lines, l -> l.offer().unitPrice().currency().getCurrencyCode()))
                .param("firstDays", days(lines, now, FirstDays::days))
                .param("termDays", days(lines, now, FirstDays::of));
    }

    /** Null for a whole term. */
    private static @Nullable Integer[] days(
            List<NewSubscription> lines, Instant now, Function<FirstDays, Integer> column) {
        return lines.stream()
                .map(line -> line.firstDays(now).map(column).orElse(null))
                .toArray(Integer[]::new);
    }

    private static @Nullable UUID reseller(NewSubscription line) {
        var reseller = line.reseller();
        return reseller == null ? null : reseller.value();
    }

    private static String[] column(List<NewSubscription> lines, Function<NewSubscription, String> column) {
        return lines.stream().map(column).toArray(String[]::new);
    }

    /** The order a request id made for this organization and customer, if it did. */
    public Optional<OrderId> placed(Viewer viewer, RelationshipId relationship, OrganizationId provider, UUID request) {
        return jdbc.sql("""
                        select id from orders where provider_id = :provider and request_id = :request
                            and relationship_id = :relationship and placed_for = :viewer""")
                .param("provider", provider.value())
                .param("request", request)
                .param("relationship", relationship.value())
                .param("viewer", viewer.organization().value())
                .query(UUID.class)
                .optional()
                .map(OrderId::new);
    }

    /** Deletes all orders, requests and carts of a relationship. */
    public void delete(RelationshipId relationship) {
        for (var statement : List.of(
                "delete from cart where relationship_id = :relationship",
                "delete from order_line where order_id in (select id from orders where relationship_id = :relationship)",
                "delete from orders where relationship_id = :relationship",
                "delete from order_request_line where request_id in"
                        + " (select id from order_request where relationship_id = :relationship)",
                "delete from order_request where relationship_id = :relationship")) {
            jdbc.sql(statement).param("relationship", relationship.value()).update();
        }
    }
}
