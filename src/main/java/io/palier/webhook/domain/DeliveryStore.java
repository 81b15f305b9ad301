package io.palier.webhook.domain;

import io.palier.organization.OrganizationId;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import io.palier.webhook.DeliveryId;
import io.palier.webhook.DeliveryView;
import io.palier.webhook.DeliveryView.Attempt;
import io.palier.webhook.DeliveryView.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries and their attempts as kept; nodes share the work by claiming what is due. */
@Repository
public class DeliveryStore {
    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a node has to deliver. */
    public record Due(DeliveryId id, OrganizationId organization, String body, int attempts) {}

    public void add(DeliveryId id, OrganizationId organization, String event, String body, Instant now) {
        jdbc.sql("""
                        insert into webhook_delivery (id, organization_id, event, body, status, attempts, next_at, created_at)
                        values (:id, :organization, :event, :body, 'WAITING', 0, :now, :now)""")
                .param("id", id.value())
                .param("organization", organization.value())
                .param("event", event)
                .param("body", body)
                .param("now", time(now))
                .update();
    }

    /** Claims what is due: it is due again only after the lease, should the node not come back to it. */
    public List<Due> claim(Instant now, Instant leaseUntil, int most) {
        return jdbc.sql("""
                        update webhook_delivery set next_at = :lease
                        where id in (select id from webhook_delivery where status = 'WAITING' and next_at <= :now
                                     order by next_at limit :most for update skip locked)
                        returning id, organization_id, body, attempts""")
                .param("now", time(now))
                .param("lease", time(leaseUntil))
                .param("most", most)
                .query((row, n) -> new Due(
                        new DeliveryId(row.getObject("id", UUID.class)),
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        row.getString("body"),
                        row.getInt("attempts")))
                .list();
    }

    /** Writes an attempt down with what becomes of the delivery. */
    public void attempted(DeliveryId id, Attempt attempt, Status status, Instant nextAt) {
        jdbc.sql("""
                        with tried as (
                            insert into webhook_attempt (delivery_id, number, at, url, response_code, message)
                            values (:id, :number, :at, :url, :code, :message) on conflict do nothing)
                        update webhook_delivery set status = :status, attempts = :number, next_at = :next where id = :id""")
                .param("id", id.value())
                .param("number", attempt.number())
                .param("at", time(attempt.at()))
                .param("url", attempt.url())
                .param("code", attempt.responseCode())
                .param("message", attempt.message())
                .param("status", status.name())
                .param("next", time(nextAt))
                .update();
    }

    public void again(OrganizationId organization, DeliveryId id, Instant now) {
        jdbc.sql("""
                        update webhook_delivery set status = 'WAITING', next_at = :now
                        where id = :id and organization_id = :organization""")
                .param("id", id.value())
                .param("organization", organization.value())
                .param("now", time(now))
                .update();
    }

    /** Gives up what waits for an organization. */
    public void park(OrganizationId organization) {
        jdbc.sql(
                        "update webhook_delivery set status = 'PARKED' where organization_id = :organization and status = 'WAITING'")
                .param("organization", organization.value())
                .update();
    }

    /** Forgets what is older, 1,000 at a time. */
    public int forgetBefore(Instant time) {
        return jdbc.sql("""
                        delete from webhook_delivery where id in (
                            select id from webhook_delivery where created_at < :time and status <> 'WAITING' limit 1000)""").param("time", time(time)).update();
    }

    public Optional<DeliveryView> find(OrganizationId organization, DeliveryId id) {
        return jdbc.sql("select * from webhook_delivery where id = :id and organization_id = :organization")
                .param("id", id.value())
                .param("organization", organization.value())
                .query((row, n) -> read(row, attempts(id)))
                .optional();
    }

    private List<Attempt> attempts(DeliveryId id) {
        return jdbc.sql("select * from webhook_attempt where delivery_id = :id order by number limit 100")
                .param("id", id.value())
                .query((row, n) -> new Attempt(
                        row.getInt("number"),
                        instant(row, "at"),
                        row.getString("url"),
                        row.getObject("response_code", Integer.class),
                        row.getString("message")))
                .list();
    }

    public Slice<DeliveryView> list(OrganizationId organization, @Nullable Cursor after, int limit) {
        var rows = jdbc.sql("""
                        select * from webhook_delivery where organization_id = :organization and id < :after
                        order by id desc limit :limit""")
                .param("organization", organization.value())
                .param("after", after(after))
                .param("limit", limit + 1)
                .query((row, n) -> read(row, List.of()))
                .list();
        return Slice.of(rows, limit, row -> List.of(row.id().toString()));
    }

    private static UUID after(@Nullable Cursor after) {
        try {
            return UUID.fromString(
                    after == null
                            ? "ffffffff-ffff-ffff-ffff-ffffffffffff"
                            : after.parts().getFirst());
        } catch (IllegalArgumentException altered) {
            throw Refusal.notFound();
        }
    }

    private static DeliveryView read(ResultSet row, List<Attempt> attempts) throws SQLException {
        return new DeliveryView(
                new DeliveryId(row.getObject("id", UUID.class)),
                row.getString("event"),
                row.getString("body"),
                Status.valueOf(row.getString("status")),
                instant(row, "next_at"),
                instant(row, "created_at"),
                attempts);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
