package io.palier.customer.domain;

import static io.palier.customer.domain.Columns.uuid;

import io.palier.customer.RelationshipId;
import io.palier.customer.ResellerPeriod;
import io.palier.organization.DatedAssociations;
import io.palier.organization.DatedAssociations.Decision;
import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import io.palier.shared.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which reseller looks after which customer, and when it did. */
@Repository
public class ResellerStore {
    private final JdbcClient jdbc;
    private final DatedAssociations associations;

    ResellerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.associations = new DatedAssociations(jdbc, "customer_reseller", "relationship_id", "reseller_id");
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
        open(provider, reseller, List.of(relationship), delegated, new Decision(actor, why, now));
    }

    private void open(
            OrganizationId provider,
            OrganizationId reseller,
            List<RelationshipId> relationships,
            boolean delegated,
            Decision decision) {
        var places = relationships.stream().map(RelationshipId::value).toList();
        associations.open(provider, reseller, places, decision, Map.of("delegated", delegated));
    }

    /** Closes the open association; nothing if there is none. */
    public void close(RelationshipId relationship, OrganizationId provider, String why, Actor actor, Instant now) {
        associations.close(provider, List.of(relationship.value()), new Decision(actor, why, now));
    }

    /** Closes the open associations of the two, all of them; the relationships concerned. */
    public List<RelationshipId> closeAll(
            OrganizationId provider, OrganizationId reseller, String why, Actor actor, Instant now) {
        var places = associations.lockOpen(provider, reseller);
        associations.close(provider, places, new Decision(actor, why, now));
        return places.stream().map(RelationshipId::new).toList();
    }

    /** Opens associations of another reseller for all of these, with the delegation the closed ones had. */
    public void handOver(
            OrganizationId provider,
            OrganizationId to,
            List<RelationshipId> relationships,
            String why,
            Actor actor,
            Instant now) {
        var without = withoutDelegation(relationships);
        relationships.stream()
                .collect(Collectors.groupingBy(id -> !without.contains(id)))
                .forEach((delegated, ids) -> open(provider, to, ids, delegated, new Decision(actor, why, now)));
    }

    /** Those whose last reseller had no delegated administration. */
    private Set<RelationshipId> withoutDelegation(List<RelationshipId> relationships) {
        return Set.copyOf(jdbc
                .sql("""
                        select distinct on (relationship_id) relationship_id, delegated from customer_reseller
                        where relationship_id = any(:ids) order by relationship_id, valid_from desc, id desc""")
                .param("ids", relationships.stream().map(RelationshipId::value).toArray(UUID[]::new))
                .query((row, n) ->
                        Map.entry(new RelationshipId(uuid(row, "relationship_id")), row.getBoolean("delegated")))
                .list()
                .stream()
                .filter(last -> !last.getValue())
                .map(Map.Entry::getKey)
                .toList());
    }

    /** Latest first; at most 100. */
    public List<ResellerPeriod> history(RelationshipId relationship) {
        return associations.periods(
                relationship.value(),
                (period, row) -> new ResellerPeriod(
                        period.organization(),
                        period.name(),
                        row.getBoolean("delegated"),
                        period.period(),
                        period.why(),
                        period.setBy(),
                        period.endedWhy(),
                        period.endedBy()));
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
        return associations.count(provider, resellers);
    }
}
