package io.palier.customer.domain;

import static io.palier.customer.domain.Columns.instant;
import static io.palier.customer.domain.Columns.maybeInstant;
import static io.palier.customer.domain.Columns.organization;
import static io.palier.customer.domain.Columns.uuid;

import io.palier.customer.RelationshipId;
import io.palier.customer.ResellerPeriod;
import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import io.palier.shared.Period;
import io.palier.shared.Refusal;
import io.palier.shared.Uuids;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which reseller looks after which customer, and when it did. */
@Repository
public class ResellerStore {
    private final JdbcClient jdbc;

    ResellerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Opens the period in which a reseller serves the customer of a relationship.
     *
     * @throws Refusal changed meanwhile, if there is a reseller already
     */
    public void open(
            RelationshipId relationship,
            OrganizationId provider,
            OrganizationId reseller,
            boolean delegated,
            String why,
            Actor actor,
            Instant now) {
        try {
            jdbc.sql("""
                            insert into customer_reseller (id, relationship_id, provider_id, reseller_id, delegated,
                                valid_from, why, set_by, set_for)
                            values (:id, :relationship, :provider, :reseller, :delegated, :now, :why, :by, :for)""")
                    .param("id", Uuids.next())
                    .param("relationship", relationship.value())
                    .param("provider", provider.value())
                    .param("reseller", reseller.value())
                    .param("delegated", delegated)
                    .param("now", Timestamp.from(now))
                    .param("why", why)
                    .param("by", actor.account())
                    .param("for", actor.organization())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.changedMeanwhile();
        }
    }

    /** Closes the open association; nothing if there is none. */
    public void close(RelationshipId relationship, String why, Actor actor, Instant now) {
        closing("relationship_id = :id", why, actor, now)
                .param("id", relationship.value())
                .update();
    }

    /** Closes the open associations of the two, all of them; the relationships concerned. */
    public List<RelationshipId> closeAll(
            OrganizationId provider, OrganizationId reseller, String why, Actor actor, Instant now) {
        var ids = jdbc.sql("""
                        select relationship_id from customer_reseller
                        where provider_id = :provider and reseller_id = :reseller and valid_to is null for update""")
                .param("provider", provider.value())
                .param("reseller", reseller.value())
                .query((row, n) -> new RelationshipId(uuid(row, "relationship_id")))
                .list();
        closing("provider_id = :provider and reseller_id = :reseller", why, actor, now)
                .param("provider", provider.value())
                .param("reseller", reseller.value())
                .update();
        return ids;
    }

    /** Opens associations of another reseller for all of these, with the delegation the closed ones had. */
    public void handOver(
            OrganizationId provider,
            OrganizationId to,
            List<RelationshipId> relationships,
            String why,
            Actor actor,
            Instant now) {
        jdbc.sql("""
                        insert into customer_reseller (id, relationship_id, provider_id, reseller_id, delegated,
                            valid_from, why, set_by, set_for)
                        select r.new_id, r.id, :provider, :to, coalesce(
                                (select a.delegated from customer_reseller a where a.relationship_id = r.id
                                 order by a.valid_from desc, a.id desc limit 1), true), :now, :why, :by, :for
                        from unnest(:ids::uuid[], :newIds::uuid[]) as r (id, new_id)""")
                .param("provider", provider.value())
                .param("to", to.value())
                .param("now", Timestamp.from(now))
                .param("why", why)
                .param("by", actor.account())
                .param("for", actor.organization())
                .param("ids", relationships.stream().map(RelationshipId::value).toArray(UUID[]::new))
                .param("newIds", relationships.stream().map(id -> Uuids.next()).toArray(UUID[]::new))
                .update();
    }

    private JdbcClient.StatementSpec closing(String which, String why, Actor actor, Instant now) {
        return jdbc.sql("""
                        update customer_reseller set valid_to = greatest(valid_from, :now), ended_why = :why, ended_by = :by,
                            ended_for = :for
                        where valid_to is null and\s""" + which)
                .param("now", Timestamp.from(now))
                .param("why", why)
                .param("by", actor.account())
                .param("for", actor.organization());
    }

    /** Latest first; at most 100. */
    public List<ResellerPeriod> history(RelationshipId relationship) {
        return jdbc.sql("""
                        select a.reseller_id, o.name, a.delegated, a.valid_from, a.valid_to, a.why, a.ended_why,
                               s.name as set_by, e.name as ended_by
                        from customer_reseller a
                        join organization_view o on o.id = a.reseller_id
                        join organization_view s on s.id = a.set_for
                        left join organization_view e on e.id = a.ended_for
                        where a.relationship_id = :id order by a.valid_from desc, a.id desc limit 100""")
                .param("id", relationship.value())
                .query((row, n) -> new ResellerPeriod(
                        organization(row, "reseller_id"),
                        row.getString("name"),
                        row.getBoolean("delegated"),
                        new Period(instant(row, "valid_from"), maybeInstant(row, "valid_to")),
                        row.getString("why"),
                        row.getString("set_by"),
                        row.getString("ended_why"),
                        row.getString("ended_by")))
                .list();
    }

    private record Named(RelationshipId id, String name) {}

    /** The customers a reseller looks after for a provider, by name; at most {@code limit}. */
    public Map<RelationshipId, String> customers(OrganizationId provider, OrganizationId reseller, int limit) {
        Map<RelationshipId, String> names = new java.util.LinkedHashMap<>();
        jdbc.sql("""
                        select relationship_id, name from customer_listing
                        where viewer_organization = :provider and reseller_id = :reseller
                        order by sort_name, relationship_id limit :limit""")
                .param("provider", provider.value())
                .param("reseller", reseller.value())
                .param("limit", limit)
                .query((row, n) -> new Named(new RelationshipId(uuid(row, "relationship_id")), row.getString("name")))
                .list()
                .forEach(named -> names.put(named.id(), named.name()));
        return names;
    }

    /** How many customers each of these resellers looks after for the provider. */
    public Map<OrganizationId, Long> count(OrganizationId provider, Collection<OrganizationId> resellers) {
        Map<OrganizationId, Long> counts = new HashMap<>();
        jdbc.sql("""
                        select reseller_id, count(*) as customers from customer_reseller
                        where provider_id = :provider and reseller_id = any(:resellers) and valid_to is null
                        group by reseller_id""")
                .param("provider", provider.value())
                .param(
                        "resellers",
                        resellers.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .query((row, n) -> Map.entry(organization(row, "reseller_id"), row.getLong("customers")))
                .list()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }
}
