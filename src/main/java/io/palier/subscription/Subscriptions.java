package io.palier.subscription;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.Catalog;
import io.palier.catalog.Offer;
import io.palier.catalog.Term;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import io.palier.shared.AuditEntry;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import io.palier.subscription.domain.Sold;
import io.palier.subscription.domain.Subscription;
import io.palier.subscription.domain.SubscriptionReads;
import io.palier.subscription.domain.SubscriptionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to subscriptions. What the viewer's organization is not associated with does not exist; what the association
 * or the role does not open is forbidden; see {@link AccessPolicy}. Every change needs the version that was seen and is
 * refused with {@code changed-meanwhile} for another.
 */
@Service
@Transactional
public class Subscriptions {
    /** Rows of one page of a list. */
    public static final int PAGE = 25;

    private static final int ROWS_OF_A_FILE = 500;

    private final SubscriptionStore store;
    private final SubscriptionReads reads;
    private final ChangeLog log;
    private final Catalog catalog;
    private final Clock clock;

    Subscriptions(SubscriptionStore store, SubscriptionReads reads, ChangeLog log, Catalog catalog, Clock clock) {
        this.store = store;
        this.reads = reads;
        this.log = log;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Those of one relationship that the viewer may see, latest first, 25 a page; none for strangers. */
    @Transactional(readOnly = true)
    public Slice<SubscriptionView> list(Viewer viewer, RelationshipId relationship, @Nullable Cursor after) {
        return list(viewer, SubscriptionFilter.of(relationship), after);
    }

    /** Those that the viewer's organization may see and the filter wants, 25 a page. */
    @Transactional(readOnly = true)
    public Slice<SubscriptionView> list(Viewer viewer, SubscriptionFilter filter, @Nullable Cursor after) {
        viewer.require(Action.SEE.right());
        return reads.list(viewer, filter, after, clock.instant(), PAGE);
    }

    /** The same for files, 500 at a time. */
    @Transactional(readOnly = true)
    public Slice<SubscriptionView> export(Viewer viewer, SubscriptionFilter filter, @Nullable Cursor after) {
        viewer.require(Action.EXPORT.right());
        return reads.list(viewer, filter, after, clock.instant(), ROWS_OF_A_FILE);
    }

    /**
     * One subscription, for who is associated with it.
     *
     * @throws Refusal not found, for who is not associated
     */
    @Transactional(readOnly = true)
    public SubscriptionView get(Viewer viewer, SubscriptionId id) {
        var found = reads.find(viewer, id).orElseThrow(Refusal::notFound);
        AccessPolicy.require(viewer, found.associations(), Action.SEE, found.mayOrder());
        return found;
    }

    /**
     * One subscription of that customer, as addresses of the API name it.
     *
     * @throws Refusal not found, also if it is another customer's
     */
    @Transactional(readOnly = true)
    public SubscriptionView get(Viewer viewer, OrganizationId customer, SubscriptionId id) {
        var found = get(viewer, id);
        if (!found.customer().equals(customer)) {
            throw Refusal.notFound();
        }
        return found;
    }

    /** Several at once, latest first; those the viewer may not see are left out. */
    @Transactional(readOnly = true)
    public List<SubscriptionView> get(Viewer viewer, List<SubscriptionId> ids) {
        viewer.require(Action.SEE.right());
        return reads.find(viewer, ids);
    }

    /** The add-ons of a subscription that the viewer may see, latest first; at most 100. */
    @Transactional(readOnly = true)
    public List<SubscriptionView> addOns(Viewer viewer, SubscriptionId base) {
        return reads.addOns(viewer, get(viewer, base).id());
    }

    /** What happened to it, latest first; at most 100 lines. */
    @Transactional(readOnly = true)
    public List<SubscriptionEvent> changes(Viewer viewer, SubscriptionId id) {
        return reads.changes(viewer, get(viewer, id).id());
    }

    /** Whether licenses, or the whole subscription, can still be given back in this term. */
    public boolean canGiveBack(SubscriptionView seen) {
        return clock.instant().isBefore(seen.reducibleUntil());
    }

    /**
     * Opens what an order has bought, in the order's transaction and in one statement. Rules, rights and prices are the
     * order's to check.
     *
     * @throws Refusal conflict, if another order took the same trial at the same moment
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(
            UUID order,
            OrganizationId provider,
            OrganizationId customer,
            RelationshipId relationship,
            Actor actor,
            List<NewSubscription> wanted,
            Instant now) {
        store.open(order, provider, customer, relationship, actor, wanted, now);
    }

    /**
     * Adds licenses, or gives some back within 7 days of the term's start; asking for the present number is no change.
     *
     * @throws Refusal invalid, field {@code quantity}; conflict, while suspended; changed meanwhile
     */
    public void changeQuantity(Viewer viewer, SubscriptionId id, int version, int quantity) {
        change(
                viewer,
                id,
                Action.CHANGE_QUANTITY,
                version,
                found -> found.changeQuantity(quantity, store.assigned(id), clock.instant()));
    }

    /** Whether a number of licenses is possible now. @throws Refusal invalid, field {@code quantity}; conflict */
    @Transactional(readOnly = true)
    public void checkQuantity(Viewer viewer, SubscriptionId id, int quantity) {
        var found = store.find(get(viewer, id).id()).orElseThrow(Refusal::notFound);
        found.checkQuantity(quantity, store.assigned(id), clock.instant());
    }

    /**
     * Gives the subscription a name of its own.
     *
     * @param nickname null or blank for none; at most 120 characters
     */
    public void rename(Viewer viewer, SubscriptionId id, int version, @Nullable String nickname) {
        change(viewer, id, Action.RENAME, version, found -> found.rename(nickname, clock.instant()));
    }

    /**
     * Switches whether another term starts by itself; asking for the present state is no change.
     *
     * @throws Refusal conflict, for trials and for what is over
     */
    public void autoRenew(Viewer viewer, SubscriptionId id, int version, boolean autoRenew) {
        change(viewer, id, Action.SET_AUTO_RENEW, version, found -> found.setAutoRenew(autoRenew, clock.instant()));
    }

    /** Locks users out, of its add-ons too; data is kept for 90 days. Suspending twice is no change. */
    public void suspend(Viewer viewer, SubscriptionId id, int version) {
        var now = clock.instant();
        change(viewer, id, Action.SUSPEND, version, found -> found.suspend(now));
        addOns(viewer.actor(), id, addOn -> addOn.suspendWithBase(now));
    }

    /** Lets users in again, to the add-ons too that were suspended with it; the renewal date stays. */
    public void reactivate(Viewer viewer, SubscriptionId id, int version) {
        var now = clock.instant();
        change(viewer, id, Action.REACTIVATE, version, found -> found.reactivate(baseIsActive(found), now));
        addOns(viewer.actor(), id, addOn -> addOn.reactivateWithBase(now));
    }

    private boolean baseIsActive(Subscription addOn) {
        var base = addOn.base();
        return base == null || store.find(base).map(Subscription::isActive).orElse(false);
    }

    /**
     * Ends it, and its add-ons, for good: within 7 days of the term's start, a trial at any time. Licenses are taken
     * from users.
     *
     * @throws Refusal conflict, once the 7 days are over
     */
    public void cancel(Viewer viewer, SubscriptionId id, int version) {
        var now = clock.instant();
        change(viewer, id, Action.CANCEL, version, found -> found.cancel(now));
        addOns(viewer.actor(), id, addOn -> addOn.cancelWithBase(now));
    }

    /** What it may be upgraded to, by title; empty unless it is active and paid. */
    @Transactional(readOnly = true)
    public List<Offer> upgradeTargets(SubscriptionView seen, Locale language) {
        return seen.trial()
                ? List.of()
                : targets(seen, language).stream()
                        .filter(offer -> offer.allows(seen.quantity()))
                        .toList();
    }

    /** What a trial can be converted to: paid offers of 12 months, one for each billing plan; empty for others. */
    @Transactional(readOnly = true)
    public List<Offer> conversionTargets(SubscriptionView seen, Locale language) {
        return seen.trial()
                ? targets(seen, language).stream()
                        .filter(offer -> offer.term() == Term.P1Y)
                        .toList()
                : List.of();
    }

    /** Nothing the customer already has (portal reference 2.7), and no trial. */
    private List<Offer> targets(SubscriptionView seen, Locale language) {
        if (!seen.isActive()) {
            return List.of();
        }
        var offers = catalog.upgrades(seen.availability(), language);
        var owned = store.owned(
                seen.relationship(),
                offers.stream().map(offer -> offer.sku().toString()).distinct().toList());
        return offers.stream()
                .filter(offer -> !offer.trial() && !owned.contains(offer.sku().toString()))
                .toList();
    }

    /**
     * Turns it into another offer, with the same licenses and associations; a new term at today's price begins and what
     * it was stays on its timeline. Add-ons go on with it, on its days.
     *
     * @throws Refusal invalid, field {@code target}, if that is no allowed target; conflict, if an add-on could not go
     *     on; changed meanwhile
     */
    public void upgrade(Viewer viewer, SubscriptionId id, int version, AvailabilityId target) {
        var now = clock.instant();
        var seen = get(viewer, id);
        AccessPolicy.require(viewer, seen.associations(), Action.ORDER, seen.mayOrder());
        if (seen.trial()) {
            throw Refusal.conflict("subscription.trial-converts");
        }
        if (!seen.isActive()) {
            throw Refusal.conflict("subscription.not-active");
        }
        var to = sold(target, upgradeTargets(seen, Locale.ENGLISH), "subscription.no-upgrade-target");
        var upgraded = change(viewer, id, Action.ORDER, version, found -> {
            requireKept(store.lockAddOns(id), to);
            found.upgrade(to, base(found), now);
        });
        addOns(viewer.actor(), id, addOn -> addOn.alignTo(upgraded.asBase(), now));
    }

    private @Nullable Base base(Subscription addOn) {
        var base = addOn.base();
        return base == null ? null : store.find(base).map(Subscription::asBase).orElse(null);
    }

    private void requireKept(List<Subscription> addOns, Sold base) {
        for (var addOn : addOns) {
            var offer = catalog.offers(List.of(addOn.sold().availability()), Locale.ENGLISH)
                    .get(addOn.sold().availability());
            if (offer != null && !offer.prerequisites().contains(base.productId() + ":" + base.skuId())) {
                throw Refusal.conflict("subscription.add-on-needs-base", offer.title());
            }
        }
    }

    /**
     * Makes a trial a paid subscription: 12 months and billing begin now. It stays the customer's only trial of that
     * offer.
     *
     * @param target one of {@link #conversionTargets}, which decides the billing plan
     * @throws Refusal invalid, field {@code target} or {@code quantity}; conflict, if it is no running trial; changed
     *     meanwhile
     */
    public void convert(Viewer viewer, SubscriptionId id, int version, AvailabilityId target, int quantity) {
        var seen = get(viewer, id);
        AccessPolicy.require(viewer, seen.associations(), Action.CONVERT, seen.mayOrder());
        if (!seen.trial()) {
            throw Refusal.conflict("subscription.no-trial");
        }
        var to = sold(target, conversionTargets(seen, Locale.ENGLISH), "subscription.no-conversion-target");
        change(
                viewer,
                id,
                Action.CONVERT,
                version,
                found -> found.convert(to, quantity, store.assigned(id), clock.instant()));
    }

    private Sold sold(AvailabilityId target, List<Offer> possible, String otherwise) {
        var offer = possible.stream()
                .filter(one -> one.id().equals(target))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("target", otherwise));
        return Sold.of(offer, catalog.offer(target, Locale.FRENCH).title());
    }

    private Subscription change(
            Viewer viewer, SubscriptionId id, Action action, int version, Consumer<Subscription> work) {
        var seen = get(viewer, id);
        AccessPolicy.require(viewer, seen.associations(), action, seen.mayOrder());
        var found = store.lock(id).orElseThrow(Refusal::notFound);
        if (found.version() != version) {
            throw Refusal.changedMeanwhile();
        }
        work.accept(found);
        log.keep(viewer.actor(), found);
        return found;
    }

    private void addOns(Actor actor, SubscriptionId base, Consumer<Subscription> work) {
        for (var addOn : store.lockAddOns(base)) {
            work.accept(addOn);
            log.keep(actor, addOn);
        }
    }

    static AuditEntry entry(Viewer viewer, SubscriptionView seen, String kind) {
        var entry = AuditEntry.of(viewer.actor(), kind, "subscription", seen.id())
                .customer(seen.customer())
                .concerning(seen.provider(), seen.customer());
        var reseller = seen.reseller();
        return reseller == null ? entry : entry.concerning(reseller);
    }
}
