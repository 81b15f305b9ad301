package io.palier.notification;

import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.organization.Organizations;
import io.palier.subscription.SubscriptionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What sentences name, and whom they concern. */
@Component
class Facts {
    private static final String SUBSCRIPTION = """
            select s.id, s.relationship_id, s.provider_id, s.customer_id, s.title_en, s.title_fr, s.term, s.trial, s.ends_at,
                   s.reseller_id as credited_id, s.support_contact_id, r.reseller_id, r.customer_name
            from subscription_view s join customer_relationship_view r on r.id = s.relationship_id
            """;

    private final JdbcClient jdbc;
    private final Organizations organizations;

    Facts(JdbcClient jdbc, Organizations organizations) {
        this.jdbc = jdbc;
        this.organizations = organizations;
    }

    /** A subscription, and who has to do with it. */
    record Subscribed(
            SubscriptionId id,
            RelationshipId relationship,
            OrganizationId provider,
            OrganizationId customer,
            Words title,
            Words customerName,
            boolean ofAMonth,
            boolean trial,
            Instant endsAt,
            @Nullable OrganizationId credited,
            @Nullable OrganizationId supporting,
            @Nullable OrganizationId reseller) {

        String link() {
            return "/customers/" + relationship + "/subscriptions/" + id;
        }

        /** Provider, customer, and every reseller associated. */
        List<OrganizationId> everybody() {
            return Stream.of(provider, customer, credited, supporting, reseller)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }
    }

    Optional<Subscribed> subscription(SubscriptionId id) {
        return jdbc.sql(SUBSCRIPTION + "where s.id = :id")
                .param("id", id.value())
                .query(Facts::subscribed)
                .optional();
    }

    /** Up to 200 whose trial or term ends in a while, not renewing, and whose provider was not told so yet. */
    List<Subscribed> ending(String kind, boolean trial, Instant now, Instant until) {
        return jdbc.sql(SUBSCRIPTION + """
                        where s.status = 'ACTIVE' and s.ends_at > :now and s.ends_at <= :until and s.trial = :trial
                          and (s.trial or not s.auto_renew) and r.active
                          and not exists (
                              select from notification n where n.organization_id = s.provider_id and n.kind = :kind
                                and n.subject = s.id || ' ' || (s.ends_at at time zone 'UTC')::date)
                        order by s.ends_at, s.id limit 200""")
                .param("kind", kind)
                .param("trial", trial)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .query(Facts::subscribed)
                .list();
    }

    Words name(OrganizationId id) {
        return Words.of(organizations.find(id).map(view -> view.name()).orElse(""));
    }

    /** Several names, in the order of the ids, with one statement. */
    List<Words> names(OrganizationId... ids) {
        var known = organizations.byId(List.of(ids));
        return Stream.of(ids)
                .map(known::get)
                .map(view -> Words.of(view == null ? "" : view.name()))
                .toList();
    }

    private static Subscribed subscribed(ResultSet row, int n) throws SQLException {
        return new Subscribed(
                new SubscriptionId(row.getObject("id", UUID.class)),
                new RelationshipId(row.getObject("relationship_id", UUID.class)),
                new OrganizationId(row.getObject("provider_id", UUID.class)),
                new OrganizationId(row.getObject("customer_id", UUID.class)),
                Words.of(row.getString("title_en"), row.getString("title_fr")),
                Words.of(row.getString("customer_name")),
                row.getString("term").equals("P1M"),
                row.getBoolean("trial"),
                row.getTimestamp("ends_at").toInstant(),
                organization(row, "credited_id"),
                organization(row, "support_contact_id"),
                organization(row, "reseller_id"));
    }

    private static @Nullable OrganizationId organization(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new OrganizationId(id);
    }
}
