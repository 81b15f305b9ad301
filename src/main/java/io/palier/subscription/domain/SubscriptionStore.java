package io.palier.subscription.domain;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.Term;
import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import io.palier.shared.Money;
import io.palier.shared.Refusal;
import io.palier.shared.SearchText;
import io.palier.shared.Uuids;
import io.palier.subscription.CommonEnd;
import io.palier.subscription.NewSubscription;
import io.palier.subscription.Status;
import io.palier.subscription.SubscriptionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Subscriptions as kept: opened by orders, loaded for a change and saved. */
@Repository
public class SubscriptionStore {
    private static final int AT_ONCE = 50;

    private static final String DUE = """
            ((s.status in ('ACTIVE', 'SUSPENDED') and s.ends_at <= :now) or s.data_lost_at <= :now)
            and not exists (select from subscription b where b.id = s.base_id
                and b.status in ('ACTIVE', 'SUSPENDED') and b.ends_at <= :now)
            """;

    private final JdbcClient jdbc;

    SubscriptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Loads one for a change; nobody else changes it, or who has its licenses, until the transaction ends. */
    public Optional<Subscription> lock(SubscriptionId id) {
        return jdbc.sql("select * from subscription where id = :id for update")
                .param("id", id.value())
                .query(SubscriptionStore::subscription)
                .optional();
    }

    /** When paid subscriptions of their own end, by time; those of a month only where wanted. At most 300. */
    public List<CommonEnd> ends(RelationshipId relationship, Instant after, Instant latest, boolean ofMonths) {
        return jdbc.sql("""
                        select ends_at, array_agg(id order by id) as ids from subscription
                        where relationship_id = :relationship and status = 'ACTIVE' and not trial and base_id is null
                          and ends_at > :after and ends_at <= :latest and (:months or term <> 'P1M')
                        group by ends_at order by ends_at limit 300""")
                .param("relationship", relationship.value())
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("latest", latest.atOffset(ZoneOffset.UTC))
                .param("months", ofMonths)
                .query((row, n) -> new CommonEnd(
                        Objects.requireNonNull(row.getObject("ends_at", OffsetDateTime.class))
                                .toInstant(),
                        Arrays.stream((UUID[]) row.getArray("ids").getArray())
                                .map(SubscriptionId::new)
                                .toList()))
                .list();
    }

    /** Deletes all of a relationship with what is known of them. */
    public void delete(RelationshipId relationship) {
        for (var table : List.of("license_assignment", "subscription_change", "partner_of_record", "support_contact")) {
            jdbc.sql("delete from " + table + " where subscription_id in (select id from subscription"
                            + " where relationship_id = :relationship)")
                    .param("relationship", relationship.value())
                    .update();
        }
        jdbc.sql("delete from subscription where relationship_id = :relationship")
                .param("relationship", relationship.value())
                .update();
    }

    /** The running add-ons of a base, kept from others like it. */
    public List<Subscription> lockAddOns(SubscriptionId base) {
        return jdbc.sql("""
                        select * from subscription where base_id = :base and status in ('ACTIVE', 'SUSPENDED')
                        order by id for update""")
                .param("base", base.value())
                .query(SubscriptionStore::subscription)
                .list();
    }

    /** As it is, without keeping others from it. */
    public Optional<Subscription> find(SubscriptionId id) {
        return jdbc.sql("select * from subscription where id = :id")
                .param("id", id.value())
                .query(SubscriptionStore::subscription)
                .optional();
    }

    /** How many licenses users have. */
    public int assigned(SubscriptionId id) {
        return jdbc.sql("select count(*) from license_assignment where subscription_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** The partner of record; empty while the provider sells it itself. */
    public Optional<OrganizationId> reseller(SubscriptionId id) {
        return jdbc.sql(
                        "select organization_id from partner_of_record where subscription_id = :id and valid_to is null")
                .param("id", id.value())
                .query((row, n) -> new OrganizationId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Of which of these SKUs, as {@code product:sku}, a relationship has a paid subscription that runs. */
    public Set<String> owned(RelationshipId relationship, Collection<String> skus) {
        return Set.copyOf(jdbc.sql("""
                        select distinct product_id || ':' || sku_id from subscription
                        where relationship_id = :relationship and status in ('ACTIVE', 'SUSPENDED') and not trial
                          and product_id || ':' || sku_id = any(:skus)""")
                .param("relationship", relationship.value())
                .param("skus", skus.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Opens several with partner of record and support contact (the provider), all in one statement. */
    public void open(
            UUID order,
            OrganizationId provider,
            OrganizationId customer,
            RelationshipId relationship,
            Actor actor,
            List<NewSubscription> wanted,
            Instant now) {
        jdbc.sql("""
                        with wanted as (
                            select * from unnest(:ids::uuid[], :availabilities::text[], :products::text[], :skus::text[],
                                :titlesEn::text[], :titlesFr::text[], :terms::text[], :plans::text[], :trials::boolean[],
                                :addOns::boolean[], :quantities::int[], :minimums::int[], :maximums::int[],
                                :ends::timestamptz[], :amounts::numeric[], :currencies::text[], :resellers::uuid[],
                                :records::uuid[], :contacts::uuid[], :bases::uuid[], :originals::timestamptz[],
                                :searched::text[], :publishers::text[])
                                as w (id, availability, product, sku, title_en, title_fr, term, plan, trial, add_on,
                                    quantity, minimum, maximum, ends, amount, currency, reseller, record, contact, base,
                                    original, searched, publisher)),
                        opened as (
                            insert into subscription (id, provider_id, customer_id, relationship_id, order_id,
                                availability_id, product_id, sku_id, title_en, title_fr, term, plan, trial, add_on,
                                quantity, minimum_quantity, maximum_quantity, status, status_since, auto_renew,
                                starts_at, ends_at, unit_amount, unit_currency, created_at, version, base_id, anchor_at,
                                trial_of, search_text, publisher)
                            select id, :provider, :customer, :relationship, :order, availability, product, sku, title_en,
                                title_fr, term, plan, trial, add_on, quantity, minimum, maximum, 'ACTIVE', :now,
                                not trial, :now, ends, amount, currency, :now, 0, base, original,
                                case when trial then product || ':' || sku end, searched, publisher
                            from wanted returning id),
                        recorded as (
                            insert into partner_of_record (id, subscription_id, provider_id, organization_id, valid_from,
                                why, set_by, set_for)
                            select w.record, o.id, :provider, w.reseller, :now, '', :account, :organization
                            from wanted w join opened o on o.id = w.id where w.reseller is not null)
                        insert into support_contact (id, subscription_id, provider_id, organization_id, valid_from, why,
                            set_by, set_for)
                        select w.contact, o.id, :provider, :provider, :now, '', :account, :organization
                        from wanted w join opened o on o.id = w.id""")
                .param("order", order)
                .param("provider", provider.value())
                .param("customer", customer.value())
                .param("relationship", relationship.value())
                .param("account", actor.account(), Types.OTHER)
                .param("organization", actor.organization())
                .param("now", time(now))
                .param("ids", wanted.stream().map(w -> w.id().value()).toArray(UUID[]::new))
                .param("availabilities", texts(wanted, w -> w.offer().id().value()))
                .param("products", texts(wanted, w -> w.offer().productId()))
                .param("skus", texts(wanted, w -> w.offer().skuId()))
                .param("titlesEn", texts(wanted, w -> w.offer().title()))
                .param("titlesFr", texts(wanted, NewSubscription::titleFr))
                .param("terms", texts(wanted, w -> w.offer().term().name()))
                .param("plans", texts(wanted, w -> w.offer().plan().name()))
                .param("trials", wanted.stream().map(w -> w.offer().trial()).toArray(Boolean[]::new))
                .param("addOns", wanted.stream().map(w -> w.offer().addOn()).toArray(Boolean[]::new))
                .param(
                        "quantities",
                        wanted.stream().map(NewSubscription::quantity).toArray(Integer[]::new))
                .param(
                        "minimums",
                        wanted.stream().map(w -> w.offer().minimumQuantity()).toArray(Integer[]::new))
                .param(
                        "maximums",
                        wanted.stream().map(w -> w.offer().maximumQuantity()).toArray(Integer[]::new))
                .param("ends", texts(wanted, w -> w.end(now).toString()))
                .param(
                        "amounts",
                        texts(wanted, w -> w.offer().unitPrice().amount().toPlainString()))
                .param(
                        "currencies",
                        texts(wanted, w -> w.offer().unitPrice().currency().getCurrencyCode()))
                .param(
                        "resellers",
                        wanted.stream().map(SubscriptionStore::reseller).toArray(UUID[]::new))
                .param("records", wanted.stream().map(w -> Uuids.next()).toArray(UUID[]::new))
                .param("contacts", wanted.stream().map(w -> Uuids.next()).toArray(UUID[]::new))
                .param("bases", wanted.stream().map(SubscriptionStore::base).toArray(UUID[]::new))
                .param("publishers", texts(wanted, w -> w.offer().publisher()))
                .param("originals", texts(wanted, w -> w.original(now).toString()))
                .param("searched", texts(wanted, w -> searched(w.offer().title(), w.titleFr(), null)))
                .update();
    }

    private static @Nullable UUID reseller(NewSubscription wanted) {
        var reseller = wanted.reseller();
        return reseller == null ? null : reseller.value();
    }

    private static String[] texts(List<NewSubscription> wanted, Function<NewSubscription, String> column) {
        return wanted.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable UUID base(NewSubscription wanted) {
        var base = wanted.base();
        return base == null ? null : base.id().value();
    }

    private static String searched(String titleEn, String titleFr, @Nullable String nickname) {
        return SearchText.fold(titleEn + " " + titleFr + (nickname == null ? "" : " " + nickname));
    }

    /**
     * Saves it with what happened to it.
     *
     * @param actor who did it
     * @throws Refusal changed meanwhile
     */
    public void save(Subscription changed, Actor actor) {
        var row = changed.row();
        var sold = row.sold();
        int saved = jdbc.sql("""
                        update subscription set availability_id = :availability, product_id = :product, sku_id = :sku,
                            title_en = :titleEn, title_fr = :titleFr, term = :term, plan = :plan, trial = :trial,
                            add_on = :addOn, minimum_quantity = :minimum, maximum_quantity = :maximum,
                            unit_amount = :amount, unit_currency = :currency, quantity = :quantity, status = :status,
                            status_since = :statusSince, data_lost_at = :dataLostAt, suspended_with_base = :withBase,
                            nickname = :nickname, auto_renew = :autoRenew, anchor_at = :original, starts_at = :startsAt,
                            ends_at = :endsAt, search_text = :searched, version = version + 1
                        where id = :id and version = :version""")
                .param("availability", sold.availability().value())
                .param("product", sold.productId())
                .param("sku", sold.skuId())
                .param("titleEn", sold.titleEn())
                .param("titleFr", sold.titleFr())
                .param("term", sold.term().name())
                .param("plan", sold.plan().name())
                .param("trial", sold.trial())
                .param("addOn", sold.addOn())
                .param("minimum", sold.minimumQuantity())
                .param("maximum", sold.maximumQuantity())
                .param("amount", sold.unitPrice().amount())
                .param("currency", sold.unitPrice().currency().getCurrencyCode())
                .param("quantity", row.quantity())
                .param("status", row.status().name())
                .param("statusSince", time(row.statusSince()))
                .param("dataLostAt", maybeTime(row.dataLostAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("withBase", row.suspendedWithBase())
                .param("nickname", row.nickname())
                .param("autoRenew", row.autoRenew())
                .param("original", time(row.original()))
                .param("startsAt", time(row.startsAt()))
                .param("endsAt", time(row.endsAt()))
                .param("searched", searched(sold.titleEn(), sold.titleFr(), row.nickname()))
                .param("id", row.id().value())
                .param("version", row.version())
                .update();
        if (saved == 0) {
            throw Refusal.changedMeanwhile();
        }
        changed.changes().forEach(change -> remember(actor, changed.id(), change));
    }

    private void remember(Actor actor, SubscriptionId id, Change change) {
        jdbc.sql("""
                        insert into subscription_change (subscription_id, at, id, kind, before, after, before_fr, after_fr,
                            account_id, organization_id)
                        values (:subscription, :at, :id, :kind, :before, :after, :beforeFr, :afterFr, :account,
                            :organization)""")
                .param("subscription", id.value())
                .param("at", time(change.at()))
                .param("id", Uuids.next())
                .param("kind", change.kind())
                .param("before", change.before())
                .param("after", change.after())
                .param("beforeFr", change.beforeFr())
                .param("afterFr", change.afterFr())
                .param("account", actor.account(), Types.OTHER)
                .param("organization", actor.organization())
                .update();
    }

    /** Up to 50 whose term is over, or whose data is no longer kept; bases come before their add-ons. */
    public List<Subscription> due(Instant now, Collection<SubscriptionId> but) {
        return jdbc.sql("select s.* from subscription s where " + DUE + """
                         and s.id <> all(:but) order by least(s.ends_at, s.data_lost_at), s.id limit :limit""")
                .param("now", time(now))
                .param("but", but.stream().map(SubscriptionId::value).toArray(UUID[]::new))
                .param("limit", AT_ONCE)
                .query(SubscriptionStore::subscription)
                .list();
    }

    /** Claims one that is due; empty if another node works on it or has done so. */
    public Optional<Subscription> lockDue(SubscriptionId id, Instant now) {
        return jdbc.sql("select s.* from subscription s where s.id = :id and " + DUE + " for update of s skip locked")
                .param("id", id.value())
                .param("now", time(now))
                .query(SubscriptionStore::subscription)
                .optional();
    }

    private static Subscription subscription(ResultSet row, int n) throws SQLException {
        var base = row.getObject("base_id", UUID.class);
        var lost = row.getObject("data_lost_at", OffsetDateTime.class);
        return new Subscription(new SubscriptionRow(
                new SubscriptionId(row.getObject("id", UUID.class)),
                new OrganizationId(row.getObject("provider_id", UUID.class)),
                new OrganizationId(row.getObject("customer_id", UUID.class)),
                new RelationshipId(row.getObject("relationship_id", UUID.class)),
                base == null ? null : new SubscriptionId(base),
                sold(row),
                row.getInt("quantity"),
                Status.valueOf(row.getString("status")),
                instant(row, "status_since"),
                lost == null ? null : lost.toInstant(),
                row.getBoolean("suspended_with_base"),
                row.getString("nickname"),
                row.getBoolean("auto_renew"),
                instant(row, "anchor_at"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getInt("version")));
    }

    private static Sold sold(ResultSet row) throws SQLException {
        return new Sold(
                new AvailabilityId(row.getString("availability_id")),
                row.getString("product_id"),
                row.getString("sku_id"),
                row.getString("title_en"),
                row.getString("title_fr"),
                Term.valueOf(row.getString("term")),
                BillingPlan.valueOf(row.getString("plan")),
                row.getBoolean("trial"),
                row.getBoolean("add_on"),
                row.getInt("minimum_quantity"),
                row.getInt("maximum_quantity"),
                Money.of(row.getBigDecimal("unit_amount"), row.getString("unit_currency")));
    }

    private static @Nullable OffsetDateTime maybeTime(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
