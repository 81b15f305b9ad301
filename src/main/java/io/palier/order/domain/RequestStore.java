package io.palier.order.domain;

import io.palier.catalog.AvailabilityId;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.order.OrderId;
import io.palier.order.OrderRequestId;
import io.palier.order.OrderRequestView;
import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import io.palier.subscription.SubscriptionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is asked for, as kept. */
@Repository
public class RequestStore {
    /** Seen by the provider, by who asked, and for license changes by the reseller that looks after the customer. */
    private static final String SELECT = """
            select q.*, r.customer_name, r.reseller_id as customer_level_id, a.name as asked_for_name,
                   b.name as answered_for_name
            from order_request q
            join customer_relationship_view r on r.id = q.relationship_id
            join organization_view a on a.id = q.asked_for
            left join organization_view b on b.id = q.answered_for
            where (q.provider_id = :viewer or q.asked_for = :viewer
                or (q.kind = 'QUANTITY' and r.active and r.reseller_id = :viewer))
            """;

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line to be kept. */
    public record NewLine(
            AvailabilityId offer,
            String titleEn,
            String titleFr,
            int quantity,
            @Nullable OrganizationId reseller) {}

    /**
     * Stores a request; false if it exists already.
     *
     * @throws Refusal conflict, if something else is asked for the subscription already
     */
    public boolean insert(
            OrderRequestId id,
            OrganizationId provider,
            OrganizationId customer,
            RelationshipId relationship,
            Actor actor,
            OrderRequestView.Kind kind,
            @Nullable SubscriptionId subscription,
            List<NewLine> lines,
            Instant now) {
        int kept = jdbc.sql("""
                        insert into order_request (id, provider_id, relationship_id, customer_id, asked_for, asked_by,
                            asked_at, kind, subscription_id, status, version)
                        values (:id, :provider, :relationship, :customer, :organization, :account, :now, :kind,
                            :subscription, 'OPEN', 0)
                        on conflict do nothing""")
                .param("id", id.value())
                .param("provider", provider.value())
                .param("relationship", relationship.value())
                .param("customer", customer.value())
                .param("organization", actor.organization())
                .param("account", actor.account(), Types.OTHER)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("kind", kind.name())
                .param("subscription", subscription == null ? null : subscription.value(), Types.OTHER)
                .update();
        if (kept == 0) {
            requireKnown(id);
            return false;
        }
        jdbc.sql("""
                        insert into order_request_line (request_id, line, availability_id, title_en, title_fr, quantity,
                            reseller_id)
                        select :id, l.* from unnest(:lines::int[], :offers::text[], :titlesEn::text[], :titlesFr::text[],
                            :quantities::int[], :resellers::uuid[]) as l""")
                .param("id", id.value())
                .param("lines", IntStream.rangeClosed(1, lines.size()).boxed().toArray(Integer[]::new))
                .param("offers", lines.stream().map(l -> l.offer().value()).toArray(String[]::new))
                .param("titlesEn", lines.stream().map(NewLine::titleEn).toArray(String[]::new))
                .param("titlesFr", lines.stream().map(NewLine::titleFr).toArray(String[]::new))
                .param("quantities", lines.stream().map(NewLine::quantity).toArray(Integer[]::new))
                .param("resellers", lines.stream().map(RequestStore::reseller).toArray(UUID[]::new))
                .update();
        return true;
    }

    private void requireKnown(OrderRequestId id) {
        var known = jdbc.sql("select exists (select from order_request where id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
        if (!known) {
            throw Refusal.conflict("order.request-open-already");
        }
    }

    private static @Nullable UUID reseller(NewLine line) {
        var reseller = line.reseller();
        return reseller == null ? null : reseller.value();
    }

    /** Whether something is asked for this subscription already. */
    public boolean hasOpen(SubscriptionId subscription) {
        return jdbc.sql("""
                        select exists (select from order_request q join subscription_view s on s.id = q.subscription_id
                            where q.relationship_id = s.relationship_id and q.subscription_id = :id and q.status = 'OPEN')""")
                .param("id", subscription.value())
                .query(Boolean.class)
                .single();
    }

    /** Lets one answer at a time. */
    public void lock(OrderRequestId id) {
        jdbc.sql("select id from order_request where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
    }

    public Slice<OrderRequestView> list(Viewer viewer, boolean open, @Nullable Cursor after, int limit) {
        var last = after == null
                ? "ffffffff-ffff-ffff-ffff-ffffffffffff"
                : after.parts().getFirst();
        var rows = jdbc.sql(SELECT + """
                         and (q.status = 'OPEN') = :open and q.id < :after order by q.id desc limit :limit""")
                .param("viewer", viewer.organization().value())
                .param("open", open)
                .param("after", uuid(last))
                .param("limit", limit + 1)
                .query((row, n) -> view(row, viewer))
                .list();
        return Slice.of(withLines(rows, viewer), limit, row -> List.of(row.id().toString()));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    public Optional<OrderRequestView> find(Viewer viewer, OrderRequestId id) {
        var rows = jdbc.sql(SELECT + " and q.id = :id")
                .param("viewer", viewer.organization().value())
                .param("id", id.value())
                .query((row, n) -> view(row, viewer))
                .list();
        return withLines(rows, viewer).stream().findFirst();
    }

    /** The open request about a subscription, if the viewer's organization may see it. */
    public Optional<OrderRequestView> open(Viewer viewer, SubscriptionId subscription) {
        var rows = jdbc.sql(SELECT + """
                         and q.status = 'OPEN' and q.subscription_id = :subscription
                         and q.relationship_id = (select s.relationship_id from subscription_view s where s.id = :subscription)
                         order by q.id desc limit 1""")
                .param("viewer", viewer.organization().value())
                .param("subscription", subscription.value())
                .query((row, n) -> view(row, viewer))
                .list();
        return withLines(rows, viewer).stream().findFirst();
    }

    /**
     * Closes a request with its answer.
     *
     * @throws Refusal changed meanwhile
     */
    public void answer(
            OrderRequestView request,
            OrderRequestView.Status status,
            @Nullable String reason,
            @Nullable OrderId order,
            Actor actor,
            Instant now) {
        int changed = jdbc.sql("""
                        update order_request set status = :status, reason = :reason, order_id = :order, answered_at = :now,
                            answered_by = :account, answered_for = :organization, version = version + 1
                        where id = :id and version = :version""")
                .param("status", status.name())
                .param("reason", reason)
                .param("order", order == null ? null : order.value(), Types.OTHER)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("account", actor.account(), Types.OTHER)
                .param("organization", actor.organization())
                .param("id", request.id().value())
                .param("version", request.version())
                .update();
        if (changed == 0) {
            throw Refusal.changedMeanwhile();
        }
    }

    private List<OrderRequestView> withLines(List<OrderRequestView> requests, Viewer viewer) {
        Map<UUID, List<OrderRequestView.Line>> lines = new HashMap<>();
        jdbc.sql("select * from order_request_line where request_id = any(:ids) order by request_id, line")
                .param(
                        "ids",
                        requests.stream().map(request -> request.id().value()).toArray(UUID[]::new))
                .query(row -> {
                    var reseller = row.getObject("reseller_id", UUID.class);
                    lines.computeIfAbsent(row.getObject("request_id", UUID.class), id -> new ArrayList<>())
                            .add(new OrderRequestView.Line(
                                    new AvailabilityId(row.getString("availability_id")),
                                    row.getString(viewer.locale().getLanguage().equals("fr") ? "title_fr" : "title_en"),
                                    row.getInt("quantity"),
                                    reseller == null ? null : new OrganizationId(reseller)));
                });
        return requests.stream()
                .map(request -> request.with(lines.getOrDefault(request.id().value(), List.of())))
                .toList();
    }

    private static OrderRequestView view(ResultSet row, Viewer viewer) throws SQLException {
        var own = viewer.organization().value();
        var askedFor = Objects.requireNonNull(row.getObject("asked_for", UUID.class));
        var kind = OrderRequestView.Kind.valueOf(row.getString("kind"));
        var subscription = row.getObject("subscription_id", UUID.class);
        var order = row.getObject("order_id", UUID.class);
        var answered = row.getObject("answered_at", OffsetDateTime.class);
        var mayAnswer = own.equals(row.getObject("provider_id", UUID.class))
                || (kind == OrderRequestView.Kind.QUANTITY
                        && own.equals(row.getObject("customer_level_id", UUID.class)));
        return new OrderRequestView(
                new OrderRequestId(row.getObject("id", UUID.class)),
                new OrganizationId(row.getObject("provider_id", UUID.class)),
                new RelationshipId(row.getObject("relationship_id", UUID.class)),
                new OrganizationId(row.getObject("customer_id", UUID.class)),
                row.getString("customer_name"),
                new OrganizationId(askedFor),
                row.getString("asked_for_name"),
                Objects.requireNonNull(row.getObject("asked_at", OffsetDateTime.class))
                        .toInstant(),
                kind,
                subscription == null ? null : new SubscriptionId(subscription),
                OrderRequestView.Status.valueOf(row.getString("status")),
                answered == null ? null : answered.toInstant(),
                row.getString("answered_for_name"),
                row.getString("reason"),
                order == null ? null : new OrderId(order),
                List.of(),
                mayAnswer,
                own.equals(askedFor),
                row.getInt("version"));
    }
}
