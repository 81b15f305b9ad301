package io.palier.subscription.domain;

import io.palier.customer.CustomerFigures.Figures;
import io.palier.customer.RelationshipId;
import io.palier.identity.MembershipId;
import io.palier.shared.Actor;
import io.palier.shared.Refusal;
import io.palier.subscription.SubscriptionId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which user has a license of which subscription. */
@Repository
public class LicenseStore {
    private final JdbcClient jdbc;

    LicenseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one assign at a time, and answers how many licenses there are. @throws Refusal not found */
    public int lock(SubscriptionId id) {
        return jdbc.sql("select quantity from subscription where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    public Set<SubscriptionId> of(RelationshipId relationship, MembershipId user) {
        return jdbc
                .sql("""
                        select subscription_id from license_assignment
                        where relationship_id = :relationship and membership_id = :user""")
                .param("relationship", relationship.value())
                .param("user", user.value())
                .query((row, n) -> new SubscriptionId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    public void assign(
            SubscriptionId subscription, RelationshipId relationship, MembershipId user, Actor actor, Instant now) {
        jdbc.sql("""
                        insert into license_assignment (subscription_id, relationship_id, membership_id, assigned_at, assigned_by)
                        values (:subscription, :relationship, :user, :now, :account) on conflict do nothing""")
                .param("subscription", subscription.value())
                .param("relationship", relationship.value())
                .param("user", user.value())
                .param("now", SubscriptionStore.time(now))
                .param("account", actor.account(), java.sql.Types.OTHER)
                .update();
    }

    public void revoke(SubscriptionId subscription, MembershipId user) {
        jdbc.sql("delete from license_assignment where subscription_id = :subscription and membership_id = :user")
                .param("subscription", subscription.value())
                .param("user", user.value())
                .update();
    }

    public void revokeAll(MembershipId user) {
        jdbc.sql("delete from license_assignment where membership_id = :user")
                .param("user", user.value())
                .update();
    }

    /** Takes all licenses of a subscription from users. */
    public void revokeAllOf(SubscriptionId subscription) {
        jdbc.sql("delete from license_assignment where subscription_id = :subscription")
                .param("subscription", subscription.value())
                .update();
    }

    public Map<MembershipId, Integer> count(RelationshipId relationship, Collection<MembershipId> users) {
        var counted = new HashMap<MembershipId, Integer>();
        jdbc.sql("""
                        select membership_id, count(*) as licenses from license_assignment
                        where relationship_id = :relationship and membership_id = any(:users) group by membership_id""")
                .param("relationship", relationship.value())
                .param("users", users.stream().map(MembershipId::value).toArray(UUID[]::new))
                .query(row -> {
                    counted.put(new MembershipId(row.getObject("membership_id", UUID.class)), row.getInt("licenses"));
                });
        return counted;
    }

    /** Subscriptions in short; the names of the latest three. */
    public Map<RelationshipId, Figures> figures(List<RelationshipId> relationships) {
        var figures = new HashMap<RelationshipId, Figures>();
        jdbc.sql("""
                        select relationship_id, count(*) filter (where status = 'ACTIVE') as active,
                            count(*) filter (where status = 'SUSPENDED') as suspended,
                            coalesce(sum(quantity) filter (where status = 'ACTIVE'), 0) as licenses,
                            (array_agg(coalesce(nickname, title_en) order by id desc))[1\\:3] as names
                        from subscription where relationship_id = any(:ids) and status in ('ACTIVE', 'SUSPENDED')
                        group by relationship_id""")
                .param("ids", relationships.stream().map(RelationshipId::value).toArray(UUID[]::new))
                .query(row -> {
                    figures.put(
                            new RelationshipId(row.getObject("relationship_id", UUID.class)),
                            new Figures(
                                    row.getInt("active"),
                                    row.getInt("suspended"),
                                    row.getInt("licenses"),
                                    Arrays.asList(
                                            (String[]) row.getArray("names").getArray())));
                });
        return figures;
    }
}
