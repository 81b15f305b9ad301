package io.palier.subscription.domain;

import io.palier.customer.RelationshipId;
import io.palier.organization.AssociationPeriod;
import io.palier.organization.DatedAssociations;
import io.palier.organization.DatedAssociations.Decision;
import io.palier.organization.OrganizationId;
import io.palier.subscription.Association;
import io.palier.subscription.ContactChoice;
import io.palier.subscription.SubscriptionId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Periods of partners of record and support contacts: opened and closed, never overwritten. */
@Repository
public class AssociationStore {
    private final JdbcClient jdbc;
    private final Map<Association, DatedAssociations> kept;

    AssociationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.kept = Map.of(
                Association.PARTNER_OF_RECORD, kept(table(Association.PARTNER_OF_RECORD)),
                Association.SUPPORT_CONTACT, kept(table(Association.SUPPORT_CONTACT)));
    }

    private DatedAssociations kept(String table) {
        return new DatedAssociations(jdbc, table, "subscription_id", "organization_id");
    }

    private static String table(Association kind) {
        return switch (kind) {
            case PARTNER_OF_RECORD -> "partner_of_record";
            case SUPPORT_CONTACT -> "support_contact";
            case PROVIDER, CUSTOMER_LEVEL, CUSTOMER -> throw new IllegalArgumentException("Not kept here: " + kind);
        };
    }

    private DatedAssociations of(Association kind) {
        return Objects.requireNonNull(kept.get(kind));
    }

    /** A subscription with an open association, as the removal of a partnership meets it. */
    public record Open(
            SubscriptionId subscription, RelationshipId relationship, OrganizationId customer, String name) {}

    /** All periods of a subscription, latest first; at most 100. */
    public List<AssociationPeriod> periods(Association kind, SubscriptionId id) {
        return of(kind).periods(id.value());
    }

    /** Closes what is open and opens what is wanted, for several subscriptions of a provider. */
    public void replace(
            Association kind,
            OrganizationId provider,
            Collection<SubscriptionId> subscriptions,
            @Nullable OrganizationId wanted,
            Decision decision) {
        var ids = subscriptions.stream().map(SubscriptionId::value).toList();
        of(kind).close(provider, ids, decision);
        if (wanted != null) {
            of(kind).open(provider, wanted, ids, decision, Map.of());
        }
    }

    /** Subscriptions at which a reseller stands now for a provider, by name. */
    public List<Open> open(Association kind, OrganizationId provider, OrganizationId reseller, int limit) {
        return jdbc.sql("""
                        select s.id, s.relationship_id, s.customer_id, r.customer_name, coalesce(s.nickname, s.title_en) as title
                        from %s a
                        join subscription s on s.id = a.subscription_id
                        join customer_relationship_view r on r.id = s.relationship_id
                        where a.provider_id = :provider and a.organization_id = :reseller and a.valid_to is null
                        order by r.customer_name, title, s.id limit :limit""".formatted(table(kind)))
                .param("provider", provider.value())
                .param("reseller", reseller.value())
                .param("limit", limit)
                .query((row, n) -> new Open(
                        new SubscriptionId(row.getObject("id", UUID.class)),
                        new RelationshipId(row.getObject("relationship_id", UUID.class)),
                        new OrganizationId(row.getObject("customer_id", UUID.class)),
                        row.getString("customer_name") + " – " + row.getString("title")))
                .list();
    }

    /** How many subscriptions each reseller is credited for. */
    public Map<OrganizationId, Long> credited(OrganizationId provider, Collection<OrganizationId> resellers) {
        return of(Association.PARTNER_OF_RECORD).count(provider, resellers);
    }

    /** Whether the reseller stands at a subscription of this relationship now. */
    public boolean reaches(OrganizationId reseller, RelationshipId relationship) {
        return jdbc.sql("""
                        select exists (select from subscription_association_view
                            where relationship_id = :relationship and organization_id = :reseller and valid_to is null)""")
                .param("relationship", relationship.value())
                .param("reseller", reseller.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Whom a subscription's support contact can be (portal reference 4.3): the provider, and resellers with a
     * relationship with the customer and delegated rights; the provider's other partners with the reason why not.
     */
    public List<ContactChoice> contacts(OrganizationId provider, RelationshipId relationship) {
        return jdbc.sql("""
                        select o.id, o.name, o.location_partner_id, null as reason, 0 as rank, o.sort_name
                        from organization_view o where o.id = :provider
                        union all
                        (select p.reseller_id, p.reseller_name, p.location_partner_id,
                               case when not p.eligible then p.reason_key
                                    when r.reseller_id is distinct from p.reseller_id then 'subscription.contact.no-relationship'
                                    when not r.reseller_delegated then 'subscription.contact.no-delegation' end,
                               case when r.reseller_id = p.reseller_id then 1 else 2 end, p.reseller_sort_name
                        from partnership_view p join customer_relationship_view r on r.id = :relationship
                        where p.provider_id = :provider and p.active
                        order by 5, 6 limit 200)
                        order by 5, 6""")
                .param("provider", provider.value())
                .param("relationship", relationship.value())
                .query((row, n) -> new ContactChoice(
                        new OrganizationId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Objects.requireNonNullElse(row.getString("location_partner_id"), ""),
                        row.getString("reason")))
                .list();
    }
}
