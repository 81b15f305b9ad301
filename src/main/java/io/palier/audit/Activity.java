package io.palier.audit;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.Cursor;
import io.palier.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The door to activity logs: each organization reads its own, and needs {@link Right#SEE_ACTIVITY} for it. */
@Service
@Transactional(readOnly = true)
public class Activity {
    private static final int PAGE = 25;
    private static final Duration RECENT = Duration.ofDays(31);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Activity(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** 25 records a page, newest first. */
    public Slice<ActivityRecord> list(Viewer viewer, ActivityFilter filter, @Nullable Cursor after) {
        return list(viewer, filter, after, PAGE);
    }

    /** As {@link #list(Viewer, ActivityFilter, Cursor)}, in pages of at most 1000. */
    public Slice<ActivityRecord> list(Viewer viewer, ActivityFilter filter, @Nullable Cursor after, int limit) {
        viewer.require(Right.SEE_ACTIVITY);
        return read(viewer, filter, after, Math.min(limit, 1000));
    }

    /**
     * What the viewer's organization did about one customer, newest first. The caller has established that the viewer
     * may see the customer.
     */
    public Slice<ActivityRecord> ofCustomer(
            Viewer viewer, OrganizationId customer, ActivityFilter filter, @Nullable Cursor after) {
        viewer.require(Right.SEE_ACTIVITY);
        return read(viewer, filter.ofCustomer(customer.value()), after, PAGE);
    }

    /** The last 5 records of the past month; none without the right. */
    public List<ActivityRecord> recent(Viewer viewer) {
        if (!viewer.may(Right.SEE_ACTIVITY)) {
            return List.of();
        }
        var now = clock.instant();
        return read(viewer, ActivityFilter.during(now.minus(RECENT), now.plus(RECENT)), null, 5)
                .rows();
    }

    /** The kinds that occur in the viewer's log, at most 200; found by jumping from one to the next in the index. */
    public List<String> kinds(Viewer viewer) {
        return jdbc.sql("""
                        with recursive k as (
                            (select min(kind) as kind from audit_record where owner_id = :owner)
                            union all
                            select (select min(r.kind) from audit_record r where r.owner_id = :owner and r.kind > k.kind)
                            from k where k.kind is not null)
                        select kind from k where kind is not null limit 200""")
                .param("owner", viewer.organization().value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private Slice<ActivityRecord> read(Viewer viewer, ActivityFilter filter, @Nullable Cursor after, int limit) {
        var last = Last.of(after);
        var rows = jdbc.sql("""
                        select r.id, r.at, r.kind, r.organization_id, r.account_id, r.application_id, r.customer_id,
                               r.before::text as before,
                               r.after::text as after, o.name as organization, c.name as customer,
                               case when r.organization_id = r.owner_id then m.display_name end as person,
                               case when r.organization_id = r.owner_id and m.sign_in_name not like '%@application.invalid'
                                    then m.sign_in_name end as sign_in_name,
                               case when r.organization_id = r.owner_id then r.application_id end as own_application
                        from audit_record r
                        left join organization_view o on o.id = r.organization_id
                        left join organization_view c on c.id = r.customer_id
                        left join membership_view m on m.account_id = r.account_id and m.organization_id = r.organization_id
                        where r.owner_id = :owner and r.at >= :from and r.at < :to
                          and (:kind::text is null or r.kind = :kind)
                          and (:area::text is null or r.kind like :area)
                          and (:customerId::uuid is null or r.customer_id = :customerId)
                          and (:ofCustomer::boolean is null or (r.customer_id is not null) = :ofCustomer)
                          and (:anyCustomer or c.sort_name like :customer)
                          and (:anyPerson or (r.organization_id = r.owner_id
                               and lower(unaccent(m.display_name || ' ' || m.sign_in_name)) like :person))
                          and (:lastAt::timestamptz is null or (r.at, r.id) < (:lastAt, :lastId))
                        order by r.at desc, r.id desc limit :limit""")
                .param("owner", viewer.organization().value())
                .param("from", Timestamp.from(filter.from()))
                .param("to", Timestamp.from(filter.to()))
                .param("kind", filter.kind())
                .param("area", filter.area() == null ? null : filter.area() + ".%")
                .param("customerId", filter.customerId())
                .param("ofCustomer", filter.ofCustomer())
                .param("anyCustomer", filter.customer().isEmpty())
                .param("customer", filter.customer().pattern())
                .param("anyPerson", filter.person().isEmpty())
                .param("person", filter.person().pattern())
                .param("lastAt", last == null ? null : Timestamp.from(last.at()))
                .param("lastId", last == null ? null : last.id())
                .param("limit", limit + 1)
                .query(this::record)
                .list();
        var names = names(viewer, rows);
        return Slice.of(
                        rows,
                        limit,
                        row -> List.of(row.at().toString(), row.id().toString()))
                .map(row -> row.naming(names));
    }

    /**
     * Names of what the values are ids of: the viewer's own people, and organizations; but a reseller learns no name of
     * another.
     */
    private Map<String, String> names(Viewer viewer, List<ActivityRecord> rows) {
        var ids = rows.stream()
                .flatMap(row -> Stream.concat(row.before().values().stream(), row.after().values().stream()))
                .map(Object::toString)
                .filter(value -> ID.matcher(value).matches())
                .distinct()
                .toArray(String[]::new);
        if (ids.length == 0) {
            return Map.of();
        }
        var names = new HashMap<String, String>();
        jdbc.sql("""
                        select o.id::text as id, o.name from organization_view o
                        where o.id = any(:ids::uuid[])
                          and (o.kind <> 'INDIRECT_RESELLER' or o.id = :owner or not :reseller)
                        union all
                        select m.id::text, m.display_name from membership_view m
                        where m.id = any(:ids::uuid[]) and m.organization_id = :owner""")
                .param("ids", ids)
                .param("owner", viewer.organization().value())
                .param("reseller", viewer.isReseller())
                .query((row, n) -> names.put(row.getString("id"), row.getString("name")))
                .list();
        return names;
    }

    private record Last(Instant at, UUID id) {

        /** An altered cursor is the start of the list. */
        static @Nullable Last of(@Nullable Cursor cursor) {
            if (cursor == null || cursor.parts().size() != 2) {
                return null;
            }
            try {
                return new Last(
                        Instant.parse(cursor.parts().get(0)),
                        UUID.fromString(cursor.parts().get(1)));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                return null;
            }
        }
    }

    private ActivityRecord record(ResultSet row, int n) throws SQLException {
        return new ActivityRecord(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("kind"),
                row.getString("organization"),
                row.getString("person"),
                row.getString("sign_in_name"),
                row.getObject("own_application", UUID.class),
                row.getObject("account_id") == null && row.getObject("application_id") == null,
                row.getObject("application_id") != null,
                row.getObject("customer_id", UUID.class),
                row.getString("customer"),
                json.readValue(row.getString("before"), FIELDS),
                json.readValue(row.getString("after"), FIELDS),
                Map.of());
    }
}
