package io.palier.subscription.domain;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.Offer;
import io.palier.catalog.Term;
import io.palier.customer.RelationshipId;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import io.palier.shared.Cursor;
import io.palier.shared.Money;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import io.palier.shared.Uuids;
import io.palier.subscription.Association;
import io.palier.subscription.NewSubscription;
import io.palier.subscription.Status;
import io.palier.subscription.SubscriptionEvent;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Subscriptions as kept; every read starts from the viewer's organization. */
@Repository
public class SubscriptionStore {
    private static final String SELECT = """
            select s.*, t.minimum_quantity, t.maximum_quantity, t.version, r.customer_name, r.active,
                   r.reseller_id as customer_level_id, o.name as provider_name, p.name as reseller_name,
                   p.location_partner_id as reseller_location_id, c.name as support_contact_name,
                   coalesce((select ps.active and ps.eligible and ps.may_order from partnership_view ps
                             where ps.provider_id = s.provider_id and ps.reseller_id = :viewer), false) as may_order,
                   (select count(*) from license_assignment l where l.subscription_id = s.id) as assigned
            from subscription_view s
            join subscription t on t.id = s.id
            join customer_relationship_view r on r.id = s.relationship_id
            join organization_view o on o.id = s.provider_id
            left join organization_view p on p.id = s.reseller_id
            left join organization_view c on c.id = s.support_contact_id
            """;

    private final JdbcClient jdbc;

    SubscriptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One subscription, if the viewer's organization is associated with it while the relationship lasts. */
    public Optional<SubscriptionView> find(Viewer viewer, SubscriptionId id) {
        return jdbc.sql(SELECT + " where s.id = :id and (r.active or s.provider_id = :viewer)")
                .param("viewer", viewer.organization().value())
                .param("id", id.value())
                .query((row, n) -> view(row, viewer))
                .optional()
                .filter(found -> !found.associations().isEmpty());
    }

    /** Those of one relationship that the viewer's organization may see, latest first. */
    public Slice<SubscriptionView> ofRelationship(
            Viewer viewer, RelationshipId relationship, @Nullable Cursor after, int limit) {
        return slice(viewer, """
                 where s.relationship_id = :scope and (r.active or s.provider_id = :viewer) and s.id < :after
                   and :viewer in (s.provider_id, s.customer_id, r.reseller_id, s.reseller_id, s.support_contact_id)
                """, relationship.value(), after, limit);
    }

    /** All that the viewer's organization may see, latest first. */
    public Slice<SubscriptionView> of(Viewer viewer, @Nullable Cursor after, int limit) {
        var scope = switch (viewer.kind()) {
            case INDIRECT_PROVIDER -> " where s.provider_id = :scope and s.id < :after";
            case CUSTOMER -> " where s.customer_id = :scope and r.active and s.id < :after";
            case INDIRECT_RESELLER -> """
                     where r.active and s.id in (
                        (select x.id from subscription x join customer_relationship_view v on v.id = x.relationship_id
                         where v.reseller_id = :scope and v.active and x.id < :after order by x.id desc limit :limit)
                        union
                        (select x.subscription_id from partner_of_record x
                         where x.organization_id = :scope and x.valid_to is null and x.subscription_id < :after
                         order by x.subscription_id desc limit :limit)
                        union
                        (select x.subscription_id from support_contact x
                         where x.organization_id = :scope and x.valid_to is null and x.subscription_id < :after
                         order by x.subscription_id desc limit :limit))
                    """;
            case OPERATOR -> " where false and s.id = :scope and s.id < :after";
        };
        return slice(viewer, scope, viewer.organization().value(), after, limit);
    }

    private Slice<SubscriptionView> slice(Viewer viewer, String where, UUID scope, @Nullable Cursor after, int limit) {
        var last = after == null
                ? "ffffffff-ffff-ffff-ffff-ffffffffffff"
                : after.parts().getFirst();
        var rows = jdbc.sql(SELECT + where + " order by s.id desc limit :limit")
                .param("viewer", viewer.organization().value())
                .param("scope", scope)
                .param("after", uuid(last))
                .param("limit", limit + 1)
                .query((row, n) -> view(row, viewer))
                .list();
        return Slice.of(rows, limit, row -> List.of(row.id().toString()));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
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
                                :records::uuid[], :contacts::uuid[])
                                as w (id, availability, product, sku, title_en, title_fr, term, plan, trial, add_on,
                                    quantity, minimum, maximum, ends, amount, currency, reseller, record, contact)),
                        opened as (
                            insert into subscription (id, provider_id, customer_id, relationship_id, order_id,
                                availability_id, product_id, sku_id, title_en, title_fr, term, plan, trial, add_on,
                                quantity, minimum_quantity, maximum_quantity, status, status_since, auto_renew,
                                starts_at, ends_at, unit_amount, unit_currency, created_at, version)
                            select id, :provider, :customer, :relationship, :order, availability, product, sku, title_en,
                                title_fr, term, plan, trial, add_on, quantity, minimum, maximum, 'ACTIVE', :now,
                                not trial, :now, ends, amount, currency, :now, 0
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
                .param("account", actor.account(), java.sql.Types.OTHER)
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
                .param("ends", texts(wanted, w -> end(now, w.offer().term()).toString()))
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
                .update();
    }

    private static @Nullable UUID reseller(NewSubscription wanted) {
        var reseller = wanted.reseller();
        return reseller == null ? null : reseller.value();
    }

    private static String[] texts(List<NewSubscription> wanted, Function<NewSubscription, String> column) {
        return wanted.stream().map(column).toArray(String[]::new);
    }

    /** Terms end on the day of the month they began, or on the last day of a shorter month; UTC. */
    static Instant end(Instant from, Term term) {
        return from.atZone(ZoneOffset.UTC).plusMonths(term.months()).toInstant();
    }

    /**
     * Sets the quantity, if nobody changed the subscription meanwhile.
     *
     * @throws Refusal changed meanwhile
     */
    public void quantity(SubscriptionView seen, int version, int quantity) {
        update(seen, version, "quantity = :value", quantity);
    }

    public void autoRenew(SubscriptionView seen, int version, boolean autoRenew) {
        update(seen, version, "auto_renew = :value", autoRenew);
    }

    public void nickname(SubscriptionView seen, int version, @Nullable String nickname) {
        update(seen, version, "nickname = nullif(:value, '')", nickname == null ? "" : nickname);
    }

    public void status(SubscriptionView seen, int version, Status status, Instant now) {
        changed(jdbc.sql("""
                        update subscription set status = :status, status_since = :now, version = version + 1
                        where id = :id and version = :version""")
                .param("status", status.name())
                .param("now", time(now))
                .param("id", seen.id().value())
                .param("version", version)
                .update());
    }

    /** A new term at the target's price begins; the licenses and associations stay. */
    public void upgrade(SubscriptionView seen, int version, Offer target, String titleFr, Instant now) {
        changed(jdbc.sql("""
                        update subscription set availability_id = :availability, product_id = :product, sku_id = :sku,
                            title_en = :titleEn, title_fr = :titleFr, term = :term, plan = :plan, trial = :trial,
                            add_on = :addOn, minimum_quantity = :minimum, maximum_quantity = :maximum, starts_at = :now,
                            ends_at = :ends, unit_amount = :amount, unit_currency = :currency, version = version + 1
                        where id = :id and version = :version""")
                .param("availability", target.id().value())
                .param("product", target.productId())
                .param("sku", target.skuId())
                .param("titleEn", target.title())
                .param("titleFr", titleFr)
                .param("term", target.term().name())
                .param("plan", target.plan().name())
                .param("trial", target.trial())
                .param("addOn", target.addOn())
                .param("minimum", target.minimumQuantity())
                .param("maximum", target.maximumQuantity())
                .param("now", time(now))
                .param("ends", time(end(now, target.term())))
                .param("amount", target.unitPrice().amount())
                .param("currency", target.unitPrice().currency().getCurrencyCode())
                .param("id", seen.id().value())
                .param("version", version)
                .update());
    }

    private void update(SubscriptionView seen, int version, String change, Object value) {
        changed(jdbc.sql("update subscription set " + change
                        + ", version = version + 1 where id = :id and version = :version")
                .param("value", value)
                .param("id", seen.id().value())
                .param("version", version)
                .update());
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw Refusal.changedMeanwhile();
        }
    }

    /** Keeps a change for the timeline. */
    public void remember(
            Actor actor, SubscriptionId id, String kind, @Nullable String before, @Nullable String after, Instant now) {
        jdbc.sql("""
                        insert into subscription_change (subscription_id, at, id, kind, before, after, account_id,
                            organization_id)
                        values (:subscription, :now, :id, :kind, :before, :after, :account, :organization)""")
                .param("subscription", id.value())
                .param("now", time(now))
                .param("id", Uuids.next())
                .param("kind", kind)
                .param("before", before)
                .param("after", after)
                .param("account", actor.account(), java.sql.Types.OTHER)
                .param("organization", actor.organization())
                .update();
    }

    /** The latest 100 changes, latest first. People are named to their own organization only. */
    public List<SubscriptionEvent> changes(Viewer viewer, SubscriptionId id) {
        return jdbc.sql("""
                        select c.at, c.kind, c.before, c.after, o.name, m.display_name
                        from subscription_change c
                        join organization_view o on o.id = c.organization_id
                        left join membership_view m on m.account_id = c.account_id
                            and m.organization_id = c.organization_id and c.organization_id = :viewer
                        where c.subscription_id = :id order by c.at desc, c.id desc limit 100""")
                .param("viewer", viewer.organization().value())
                .param("id", id.value())
                .query((row, n) -> new SubscriptionEvent(
                        instant(row, "at"),
                        row.getString("kind"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("name"),
                        row.getString("display_name")))
                .list();
    }

    private static SubscriptionView view(ResultSet row, Viewer viewer) throws SQLException {
        var associations = associations(row, viewer.organization());
        var seesPrice = associations.contains(Association.PROVIDER) && viewer.may(Right.SEE_PRICES);
        var reseller = row.getObject("reseller_id", UUID.class);
        var contact = row.getObject("support_contact_id", UUID.class);
        var provider = Objects.requireNonNull(row.getObject("provider_id", UUID.class));
        return new SubscriptionView(
                new SubscriptionId(row.getObject("id", UUID.class)),
                new RelationshipId(row.getObject("relationship_id", UUID.class)),
                new OrganizationId(provider),
                row.getString("provider_name"),
                new OrganizationId(row.getObject("customer_id", UUID.class)),
                row.getString("customer_name"),
                row.getObject("order_id", UUID.class),
                new AvailabilityId(row.getString("availability_id")),
                row.getString("product_id"),
                row.getString("sku_id"),
                row.getString(
                        viewer.locale().getLanguage().equals(Locale.FRENCH.getLanguage()) ? "title_fr" : "title_en"),
                row.getString("nickname"),
                Term.valueOf(row.getString("term")),
                BillingPlan.valueOf(row.getString("plan")),
                row.getBoolean("trial"),
                row.getBoolean("add_on"),
                row.getInt("quantity"),
                row.getInt("minimum_quantity"),
                row.getInt("maximum_quantity"),
                Status.valueOf(row.getString("status")),
                instant(row, "status_since"),
                row.getBoolean("auto_renew"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                instant(row, "created_at"),
                seesPrice ? Money.of(row.getBigDecimal("unit_amount"), row.getString("unit_currency")) : null,
                reseller == null ? null : new OrganizationId(reseller),
                row.getString("reseller_name"),
                row.getString("reseller_location_id"),
                new OrganizationId(contact == null ? provider : contact),
                contact == null ? row.getString("provider_name") : row.getString("support_contact_name"),
                associations,
                row.getBoolean("may_order"),
                row.getInt("assigned"),
                row.getInt("version"));
    }

    private static Set<Association> associations(ResultSet row, OrganizationId viewer) throws SQLException {
        var found = EnumSet.noneOf(Association.class);
        var own = viewer.value();
        if (own.equals(row.getObject("provider_id", UUID.class))) {
            found.add(Association.PROVIDER);
        } else if (own.equals(row.getObject("customer_id", UUID.class))) {
            found.add(Association.CUSTOMER);
        } else {
            if (own.equals(row.getObject("customer_level_id", UUID.class))) {
                found.add(Association.CUSTOMER_LEVEL);
            }
            if (own.equals(row.getObject("reseller_id", UUID.class))) {
                found.add(Association.PARTNER_OF_RECORD);
            }
            if (own.equals(row.getObject("support_contact_id", UUID.class))) {
                found.add(Association.SUPPORT_CONTACT);
            }
        }
        return found;
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
