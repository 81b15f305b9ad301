package io.palier.support.domain;

import static io.palier.support.domain.ServiceRequestStore.instant;
import static io.palier.support.domain.ServiceRequestStore.maybeInstant;
import static io.palier.support.domain.ServiceRequestStore.organization;
import static io.palier.support.domain.ServiceRequestStore.relationship;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import io.palier.shared.Cursor;
import io.palier.shared.Slice;
import io.palier.support.RequestStatus;
import io.palier.support.ServiceRequestFilter;
import io.palier.support.ServiceRequestId;
import io.palier.support.ServiceRequestNote;
import io.palier.support.ServiceRequestView;
import io.palier.support.Severity;
import io.palier.support.Side;
import io.palier.support.SupportTopic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Service requests as viewers see them; every read starts from the viewer's organization. */
@Repository
public class ServiceRequestReads {
    /** A reseller that a customer asked answers only as long as it may; then the provider does. */
    private static final String SELECT = """
            select q.*, o.name as opened_for_name, o.country as opened_for_country, m.display_name as opened_by_name,
                   h.id as handler_id, h.name as handler_name, c.name as changed_for_name, k.name as customer_name,
                   coalesce(r.active, false) as relationship_active, s.nickname, s.title_en, s.title_fr, s.product_id
            from service_request q
            join organization_view o on o.id = q.opened_for
            join organization_view c on c.id = q.changed_for
            left join organization_view k on k.id = q.customer_id
            left join customer_relationship_view r on r.id = q.relationship_id
            left join subscription_view s on s.id = q.subscription_id
            join organization_view h on h.id =
                case when q.opened_for = q.customer_id and not coalesce(r.active and (
                              (r.reseller_id = q.handled_by and r.reseller_delegated) or s.support_contact_id = q.handled_by),
                          false)
                     then q.provider_id else q.handled_by end
            left join membership_view m on m.account_id = q.opened_by and m.organization_id = q.opened_for
                and q.opened_for = :viewer
            where (q.customer_id is not null or q.opened_for <> :viewer or :own)
              and ((q.customer_id is null and q.opened_for = :viewer) or :others)
            """;

    /** What a reseller asked or was asked, and what the customers ask that it looks after; while it may. */
    private static final String OF_RESELLER = """
             and q.id in (
                select x.id from service_request x where x.opened_for = :viewer
                union
                select x.id from service_request x where x.handled_by = :viewer
                union
                select x.id from service_request x join customer_relationship_view v on v.id = x.relationship_id
                where v.reseller_id = :viewer and x.opened_for = x.customer_id)
             and (q.customer_id is null or h.id = :viewer
                or (r.active and r.reseller_id = :viewer and r.reseller_delegated)
                or (r.active and q.opened_for = :viewer and s.support_contact_id = :viewer))
            """;

    private static final int MOST_NOTES = 500;

    private final JdbcClient jdbc;

    ServiceRequestReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One of those the viewer's organization may see, whatever the viewer's own rights. */
    public Optional<ServiceRequestView> find(Viewer viewer, ServiceRequestId id) {
        return one(viewer, " and q.id = :key", id.value());
    }

    /** The same by its number. */
    public Optional<ServiceRequestView> find(Viewer viewer, String number) {
        return one(viewer, " and q.number = :key", number);
    }

    private Optional<ServiceRequestView> one(Viewer viewer, String which, Object key) {
        return jdbc.sql(SELECT + scope(viewer) + which)
                .param("viewer", viewer.organization().value())
                .param("own", true)
                .param("others", true)
                .param("key", key)
                .query((row, n) -> view(row, viewer))
                .optional();
    }

    /** Those the viewer may see, latest first. */
    public Slice<ServiceRequestView> list(
            Viewer viewer, ServiceRequestFilter filter, @Nullable Cursor after, int limit) {
        var parameters = new HashMap<String, Object>();
        var sql = narrowed(viewer, filter, parameters);
        if (after != null) {
            sql.append(" and q.id < :after");
            parameters.put("after", after.id(0));
        }
        parameters.put("limit", limit + 1);
        var rows = jdbc.sql(sql.append(" order by q.id desc limit :limit").toString())
                .params(parameters)
                .query((row, n) -> view(row, viewer))
                .list();
        return Slice.of(rows, limit, row -> List.of(row.id().toString()));
    }

    /** The same by number of rows; at most {@code limit}. */
    public List<ServiceRequestView> list(Viewer viewer, ServiceRequestFilter filter, int offset, int limit) {
        var parameters = new HashMap<String, Object>();
        var sql = narrowed(viewer, filter, parameters);
        parameters.put("offset", offset);
        parameters.put("limit", limit);
        return jdbc.sql(sql.append(" order by q.id desc offset :offset limit :limit")
                        .toString())
                .params(parameters)
                .query((row, n) -> view(row, viewer))
                .list();
    }

    private static StringBuilder narrowed(Viewer viewer, ServiceRequestFilter filter, Map<String, Object> parameters) {
        var sql = new StringBuilder(SELECT).append(scope(viewer));
        parameters.put("viewer", viewer.organization().value());
        parameters.put("own", viewer.may(Right.ASK_OPERATOR));
        parameters.put("others", viewer.may(Right.SEE_SERVICE_REQUESTS));
        var relationship = filter.relationship();
        equal("q.relationship_id", relationship == null ? null : relationship.value(), sql, parameters);
        var customer = filter.customer();
        equal("q.customer_id", customer == null ? null : customer.value(), sql, parameters);
        var status = filter.status();
        equal("q.status", status == null ? null : status.name(), sql, parameters);
        var severity = filter.severity();
        equal("q.severity", severity == null ? null : severity.name(), sql, parameters);
        if (filter.side() != null) {
            sql.append(filter.side() == Side.ASKING ? " and q.opened_for = :viewer" : " and q.opened_for <> :viewer");
        }
        if (!filter.text().isEmpty()) {
            sql.append(" and q.search_text like :text");
            parameters.put("text", filter.text().pattern());
        }
        return sql;
    }

    private static void equal(
            String column, @Nullable Object value, StringBuilder sql, Map<String, Object> parameters) {
        if (value != null) {
            var name = column.substring(2);
            sql.append(" and ").append(column).append(" = :").append(name);
            parameters.put(name, value);
        }
    }

    private static String scope(Viewer viewer) {
        return switch (viewer.kind()) {
            case INDIRECT_PROVIDER -> " and q.provider_id = :viewer";
            case CUSTOMER -> " and q.opened_for = :viewer";
            case OPERATOR -> " and q.handled_by = :viewer";
            case INDIRECT_RESELLER -> OF_RESELLER;
        };
    }

    /** Oldest first; the first 500. People are named to their own organization only. */
    public List<ServiceRequestNote> notes(Viewer viewer, ServiceRequestId id) {
        return jdbc.sql("""
                        select n.at, n.text, n.status, o.name, m.display_name,
                               coalesce((select e.status from service_request_note e
                                         where e.request_id = n.request_id and e.id < n.id and e.status is not null
                                         order by e.id desc limit 1), 'OPEN') as before
                        from service_request_note n
                        join organization_view o on o.id = n.organization_id
                        left join membership_view m on m.account_id = n.account_id
                            and m.organization_id = n.organization_id and n.organization_id = :viewer
                        where n.request_id = :id order by n.id limit :limit""")
                .param("viewer", viewer.organization().value())
                .param("id", id.value())
                .param("limit", MOST_NOTES)
                .query((row, n) -> new ServiceRequestNote(
                        instant(row, "at"),
                        row.getString("name"),
                        row.getString("display_name"),
                        row.getString("text"),
                        row.getString("status") == null ? null : RequestStatus.valueOf(row.getString("status")),
                        RequestStatus.valueOf(row.getString("before"))))
                .list();
    }

    private static ServiceRequestView view(ResultSet row, Viewer viewer) throws SQLException {
        var openedFor = new OrganizationId(row.getObject("opened_for", UUID.class));
        boolean hasPage = row.getBoolean("relationship_active") && !viewer.isOperator();
        return new ServiceRequestView(
                new ServiceRequestId(row.getObject("id", UUID.class)),
                row.getString("number"),
                SupportTopic.valueOf(row.getString("topic")),
                Severity.valueOf(row.getString("severity")),
                RequestStatus.valueOf(row.getString("status")),
                row.getString("title"),
                row.getString("description"),
                Locale.of(row.getString("language")),
                openedFor,
                row.getString("opened_for_name"),
                row.getString("opened_for_country"),
                row.getString("opened_by_name"),
                instant(row, "opened_at"),
                new OrganizationId(row.getObject("handler_id", UUID.class)),
                row.getString("handler_name"),
                organization(row, "provider_id"),
                organization(row, "customer_id"),
                row.getString("customer_name"),
                hasPage ? relationship(row) : null,
                subscription(row, viewer),
                row.getString("product_id"),
                new Contact(
                        row.getString("contact_first"),
                        row.getString("contact_last"),
                        row.getString("contact_email"),
                        row.getString("contact_phone")),
                maybeInstant(row, "first_response_at"),
                new OrganizationId(row.getObject("changed_for", UUID.class)),
                row.getString("changed_for_name"),
                instant(row, "changed_at"),
                maybeInstant(row, "closed_at"),
                openedFor.equals(viewer.organization()) ? Side.ASKING : Side.HANDLING,
                row.getInt("version"));
    }

    private static @Nullable String subscription(ResultSet row, Viewer viewer) throws SQLException {
        var nickname = row.getString("nickname");
        return nickname == null
                ? row.getString(viewer.locale().getLanguage().equals("fr") ? "title_fr" : "title_en")
                : nickname;
    }
}
