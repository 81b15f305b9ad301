package io.palier.subscription;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.Catalog;
import io.palier.catalog.Offer;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import io.palier.subscription.domain.SubscriptionStore;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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

    private static final int LONGEST_NAME = 120;

    private final SubscriptionStore store;
    private final Catalog catalog;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Subscriptions(
            SubscriptionStore store, Catalog catalog, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Those of one relationship that the viewer may see, latest first, 25 a page; none for strangers. */
    @Transactional(readOnly = true)
    public Slice<SubscriptionView> list(Viewer viewer, RelationshipId relationship, @Nullable Cursor after) {
        viewer.require(Action.SEE.right());
        return store.ofRelationship(viewer, relationship, after, PAGE);
    }

    /** All that the viewer's organization may see, latest first, 25 a page. */
    @Transactional(readOnly = true)
    public Slice<SubscriptionView> list(Viewer viewer, @Nullable Cursor after) {
        viewer.require(Action.SEE.right());
        return store.of(viewer, after, PAGE);
    }

    /**
     * One subscription, for who is associated with it.
     *
     * @throws Refusal not found, for who is not associated
     */
    @Transactional(readOnly = true)
    public SubscriptionView get(Viewer viewer, SubscriptionId id) {
        var found = store.find(viewer, id).orElseThrow(Refusal::notFound);
        AccessPolicy.require(viewer, found.associations(), Action.SEE, found.mayOrder());
        return found;
    }

    /** What happened to it, latest first; at most 100 lines. */
    @Transactional(readOnly = true)
    public List<SubscriptionEvent> changes(Viewer viewer, SubscriptionId id) {
        return store.changes(viewer, get(viewer, id).id());
    }

    /**
     * Opens what an order has bought, in the order's transaction and in one statement. Rules, rights and prices are the
     * order's to check.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(
            UUID order,
            OrganizationId provider,
            OrganizationId customer,
            RelationshipId relationship,
            Actor actor,
            List<NewSubscription> wanted) {
        store.open(order, provider, customer, relationship, actor, wanted, clock.instant());
    }

    /**
     * Adds licenses, or gives some back within 7 days of the term's start; asking for the present number is no change.
     *
     * @throws Refusal invalid, field {@code quantity}; conflict, while suspended; changed meanwhile
     */
    public void changeQuantity(Viewer viewer, SubscriptionId id, int version, int quantity) {
        var seen = seen(viewer, id, Action.CHANGE_QUANTITY, version);
        if (quantity == seen.quantity()) {
            return;
        }
        checkQuantity(seen, quantity);
        store.quantity(seen, version, quantity);
        changed(viewer, seen, "subscription.quantity-changed", seen.quantity(), quantity);
    }

    /** Whether a number of licenses is possible now. @throws Refusal invalid, field {@code quantity}; conflict */
    public void checkQuantity(SubscriptionView seen, int quantity) {
        requireActive(seen);
        if (seen.trial()) {
            throw Refusal.invalid("quantity", "subscription.trial-quantity-fixed");
        }
        if (quantity < seen.minimumQuantity() || quantity > seen.maximumQuantity()) {
            throw Refusal.invalid(
                    "quantity", "subscription.quantity-out-of-range", seen.minimumQuantity(), seen.maximumQuantity());
        }
        if (quantity < seen.assigned()) {
            throw Refusal.invalid("quantity", "subscription.quantity-assigned", seen.assigned());
        }
        if (quantity < seen.quantity() && !clock.instant().isBefore(seen.reducibleUntil())) {
            throw Refusal.invalid("quantity", "subscription.reduction-window-over");
        }
    }

    /**
     * Gives the subscription a name of its own.
     *
     * @param nickname null or blank for none; at most 120 characters
     */
    public void rename(Viewer viewer, SubscriptionId id, int version, @Nullable String nickname) {
        var seen = seen(viewer, id, Action.RENAME, version);
        var wanted = nickname == null || nickname.isBlank() ? null : nickname.strip();
        if (wanted != null && wanted.length() > LONGEST_NAME) {
            throw Refusal.invalid("nickname", "subscription.nickname-too-long", LONGEST_NAME);
        }
        store.nickname(seen, version, wanted);
        changed(viewer, seen, "subscription.renamed", seen.nickname(), wanted);
    }

    /**
     * Switches whether another term starts by itself; asking for the present state is no change.
     *
     * @throws Refusal conflict, for trials
     */
    public void autoRenew(Viewer viewer, SubscriptionId id, int version, boolean autoRenew) {
        var seen = seen(viewer, id, Action.SET_AUTO_RENEW, version);
        if (seen.trial()) {
            throw Refusal.conflict("subscription.trial-does-not-renew");
        }
        if (seen.autoRenew() == autoRenew) {
            return;
        }
        store.autoRenew(seen, version, autoRenew);
        changed(viewer, seen, "subscription.auto-renew-changed", seen.autoRenew(), autoRenew);
    }

    /** Locks users out; data is kept for 90 days. Suspending twice is no change. */
    public void suspend(Viewer viewer, SubscriptionId id, int version) {
        turn(
                viewer,
                seen(viewer, id, Action.SUSPEND, version),
                Status.ACTIVE,
                Status.SUSPENDED,
                "subscription.suspended");
    }

    /** Lets users in again; the renewal date stays. */
    public void reactivate(Viewer viewer, SubscriptionId id, int version) {
        var seen = seen(viewer, id, Action.REACTIVATE, version);
        var lost = seen.dataLostAt();
        if (lost != null && !clock.instant().isBefore(lost)) {
            throw Refusal.gone("subscription.data-lost");
        }
        turn(viewer, seen, Status.SUSPENDED, Status.ACTIVE, "subscription.reactivated");
    }

    private void turn(Viewer viewer, SubscriptionView seen, Status from, Status to, String kind) {
        if (seen.status() == to) {
            return;
        }
        if (seen.status() != from) {
            throw Refusal.conflict("subscription.over");
        }
        store.status(seen, seen.version(), to, clock.instant());
        changed(viewer, seen, kind, seen.status(), to);
    }

    /** What it may be upgraded to, by title; empty unless it is active. */
    public List<Offer> upgradeTargets(SubscriptionView seen, Locale language) {
        return seen.isActive()
                ? catalog.upgrades(seen.availability(), language).stream()
                        .filter(offer -> offer.allows(Math.max(seen.quantity(), offer.minimumQuantity())))
                        .filter(offer -> offer.allows(seen.quantity()))
                        .toList()
                : List.of();
    }

    /**
     * Turns it into another offer, with the same licenses and associations; a new term at today's price begins and what
     * it was stays on its timeline.
     *
     * @throws Refusal invalid, field {@code target}, if that is no allowed target; conflict; changed meanwhile
     */
    public void upgrade(Viewer viewer, SubscriptionId id, int version, AvailabilityId target) {
        var seen = seen(viewer, id, Action.ORDER, version);
        requireActive(seen);
        var offer = target(seen, target, Locale.ENGLISH);
        var french = target(seen, target, Locale.FRENCH).title();
        store.upgrade(seen, version, offer, french, clock.instant());
        var inViewersLanguage =
                viewer.locale().getLanguage().equals(Locale.FRENCH.getLanguage()) ? french : offer.title();
        changed(viewer, seen, "subscription.upgraded", seen.title(), inViewersLanguage);
    }

    private Offer target(SubscriptionView seen, AvailabilityId target, Locale language) {
        return upgradeTargets(seen, language).stream()
                .filter(offer -> offer.id().equals(target))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("target", "subscription.no-upgrade-target"));
    }

    private static void requireActive(SubscriptionView seen) {
        if (!seen.isActive()) {
            throw Refusal.conflict("subscription.not-active");
        }
    }

    private SubscriptionView seen(Viewer viewer, SubscriptionId id, Action action, int version) {
        var seen = get(viewer, id);
        AccessPolicy.require(viewer, seen.associations(), action, seen.mayOrder());
        if (seen.version() != version) {
            throw Refusal.changedMeanwhile();
        }
        return seen;
    }

    private void changed(
            Viewer viewer, SubscriptionView seen, String kind, @Nullable Object before, @Nullable Object after) {
        var now = clock.instant();
        store.remember(viewer.actor(), seen.id(), kind, text(before), text(after), now);
        audit.record(entry(viewer, seen, kind).change("value", before, after));
        events.publishEvent(
                new SubscriptionChanged(seen.id(), seen.relationship(), seen.provider(), seen.customer(), kind, now));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static AuditEntry entry(Viewer viewer, SubscriptionView seen, String kind) {
        var entry = AuditEntry.of(viewer.actor(), kind, "subscription", seen.id())
                .customer(seen.customer())
                .concerning(seen.provider(), seen.customer());
        var reseller = seen.reseller();
        return reseller == null ? entry : entry.concerning(reseller);
    }
}
