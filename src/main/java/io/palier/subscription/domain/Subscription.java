package io.palier.subscription.domain;

import io.palier.catalog.SkuId;
import io.palier.catalog.Term;
import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.Refusal;
import io.palier.subscription.Anniversaries;
import io.palier.subscription.Base;
import io.palier.subscription.Status;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One customer's licenses of one offer, term by term, with the states of portal reference 3.6: active, suspended and
 * back; expired when a term ends without renewal; canceled soon after a term's start; deleted when its data is lost.
 */
public final class Subscription {
    private static final int LONGEST_NAME = 120;

    private final SubscriptionId id;
    private final OrganizationId provider;
    private final OrganizationId customer;
    private final RelationshipId relationship;
    private final @Nullable SubscriptionId base;
    private final int version;
    private final List<Change> changes = new ArrayList<>();
    private Sold sold;
    private int quantity;
    private Status status;
    private Instant statusSince;
    private @Nullable Instant dataLostAt;
    private boolean suspendedWithBase;
    private @Nullable String nickname;
    private boolean autoRenew;
    private Instant original;
    private Instant startsAt;
    private Instant endsAt;
    private boolean moved;

    /** As kept. */
    Subscription(SubscriptionRow row) {
        this.id = row.id();
        this.provider = row.provider();
        this.customer = row.customer();
        this.relationship = row.relationship();
        this.base = row.base();
        this.version = row.version();
        this.sold = row.sold();
        this.quantity = row.quantity();
        this.status = row.status();
        this.statusSince = row.statusSince();
        this.dataLostAt = row.dataLostAt();
        this.suspendedWithBase = row.suspendedWithBase();
        this.nickname = row.nickname();
        this.autoRenew = row.autoRenew();
        this.original = row.original();
        this.startsAt = row.startsAt();
        this.endsAt = row.endsAt();
    }

    SubscriptionRow row() {
        return new SubscriptionRow(
                id,
                provider,
                customer,
                relationship,
                base,
                sold,
                quantity,
                status,
                statusSince,
                dataLostAt,
                suspendedWithBase,
                nickname,
                autoRenew,
                original,
                startsAt,
                endsAt,
                version);
    }

    /**
     * Adds licenses, or gives some back within 7 days of the term's start; the present number is no change.
     *
     * @param assigned how many licenses users have
     * @throws Refusal as {@link #checkQuantity}
     */
    public void changeQuantity(int wanted, int assigned, Instant now) {
        if (wanted == quantity) {
            return;
        }
        checkQuantity(wanted, assigned, now);
        changes.add(Change.of(now, "subscription.quantity-changed", quantity, wanted));
        quantity = wanted;
    }

    /** Whether a number of licenses is possible now. @throws Refusal invalid, field {@code quantity}; conflict */
    public void checkQuantity(int wanted, int assigned, Instant now) {
        requireActive();
        if (sold.trial()) {
            throw Refusal.invalid("quantity", "subscription.trial-quantity-fixed");
        }
        checkLimits(sold, wanted, assigned);
        if (wanted < quantity && !now.isBefore(startsAt.plus(SubscriptionView.REDUCTION_WINDOW))) {
            throw Refusal.invalid("quantity", "subscription.reduction-window-over");
        }
    }

    private static void checkLimits(Sold offer, int wanted, int assigned) {
        if (!offer.allows(wanted)) {
            throw Refusal.invalid(
                    "quantity", "subscription.quantity-out-of-range", offer.minimumQuantity(), offer.maximumQuantity());
        }
        if (wanted < assigned) {
            throw Refusal.invalid("quantity", "subscription.quantity-assigned", assigned);
        }
    }

    /**
     * Gives it a name of its own.
     *
     * @param wanted null or blank for none; at most 120 characters
     */
    public void rename(@Nullable String wanted, Instant now) {
        var name = wanted == null || wanted.isBlank() ? null : wanted.strip();
        if (name != null && name.length() > LONGEST_NAME) {
            throw Refusal.invalid("nickname", "subscription.nickname-too-long", LONGEST_NAME);
        }
        if (!Objects.equals(name, nickname)) {
            changes.add(Change.of(now, "subscription.renamed", nickname, name));
            nickname = name;
        }
    }

    /**
     * Switches whether another term starts by itself; the present state is no change.
     *
     * @throws Refusal conflict, for trials and for what is over
     */
    public void setAutoRenew(boolean wanted, Instant now) {
        if (sold.trial()) {
            throw Refusal.conflict("subscription.trial-does-not-renew");
        }
        requireRunning();
        if (wanted != autoRenew) {
            changes.add(Change.of(now, "subscription.auto-renew-changed", autoRenew, wanted));
            autoRenew = wanted;
        }
    }

    /** Locks users out; data is kept for 90 days. Suspending twice is no change. */
    public void suspend(Instant now) {
        requireRunning();
        if (status == Status.ACTIVE) {
            suspend(false, now);
        }
    }

    /** An add-on goes with its base. */
    public void suspendWithBase(Instant now) {
        if (status == Status.ACTIVE) {
            suspend(true, now);
        }
    }

    private void suspend(boolean withBase, Instant now) {
        turn(Status.SUSPENDED, "subscription.suspended", now, now);
        suspendedWithBase = withBase;
        dataLostAt = now.plus(SubscriptionView.KEPT_WHILE_SUSPENDED);
    }

    /**
     * Lets users in again; the renewal date stays.
     *
     * @param baseActive whether what an add-on belongs to is active; true for others
     * @throws Refusal gone, once its data is lost; conflict, for an add-on of a suspended base, or what is over
     */
    public void reactivate(boolean baseActive, Instant now) {
        if (status == Status.DELETED || (status == Status.SUSPENDED && isLost(now))) {
            throw Refusal.gone("subscription.data-lost");
        }
        requireRunning();
        if (!baseActive) {
            throw Refusal.conflict("subscription.base-not-active");
        }
        if (status == Status.SUSPENDED) {
            turn(Status.ACTIVE, "subscription.reactivated", now, now);
            suspendedWithBase = false;
            dataLostAt = null;
        }
    }

    /** An add-on that was suspended with its base comes back with it; one suspended by itself stays so. */
    public void reactivateWithBase(Instant now) {
        if (status == Status.SUSPENDED && suspendedWithBase && !isLost(now)) {
            reactivate(true, now);
        }
    }

    private boolean isLost(Instant now) {
        return dataLostAt != null && !now.isBefore(dataLostAt);
    }

    /**
     * Turns it into another offer with the same licenses; a new term at that price begins now.
     *
     * @param follows what an add-on belongs to; null for others
     * @throws Refusal conflict, unless active; for a trial, which is converted instead
     */
    public void upgrade(Sold to, @Nullable Base follows, Instant now) {
        requireActive();
        if (sold.trial()) {
            throw Refusal.conflict("subscription.trial-converts");
        }
        if (!to.allows(quantity)) {
            throw Refusal.invalid("target", "subscription.no-upgrade-target");
        }
        become(to, follows, "subscription.upgraded", now);
    }

    /**
     * Makes a trial a paid subscription: a term of 12 months and billing begin now (portal reference 2.7).
     *
     * @param assigned how many licenses users have
     * @throws Refusal conflict, unless an active trial; invalid, field {@code target}, for another term; {@code quantity}
     */
    public void convert(Sold to, int wanted, int assigned, Instant now) {
        requireActive();
        if (!sold.trial() || !now.isBefore(endsAt)) {
            throw Refusal.conflict("subscription.no-trial");
        }
        if (to.trial() || to.term() != Term.P1Y) {
            throw Refusal.invalid("target", "subscription.no-conversion-target");
        }
        checkLimits(to, wanted, assigned);
        quantity = wanted;
        autoRenew = true;
        become(to, null, "subscription.converted", now);
    }

    private void become(Sold to, @Nullable Base follows, String kind, Instant now) {
        changes.add(new Change(now, kind, sold.titleEn(), to.titleEn(), sold.titleFr(), to.titleFr()));
        sold = to;
        original = follows == null ? now : follows.original();
        startsAt = now;
        endsAt = end(follows, now);
    }

    private Instant end(@Nullable Base follows, Instant start) {
        return follows == null
                ? new Anniversaries(original).after(start, sold.term())
                : follows.end(sold.term(), start);
    }

    /**
     * Ends it for good within 7 days of the term's start; a trial at any time.
     *
     * @throws Refusal conflict, unless it runs; once the 7 days are over
     */
    public void cancel(Instant now) {
        requireRunning();
        if (!sold.trial() && !now.isBefore(startsAt.plus(SubscriptionView.REDUCTION_WINDOW))) {
            throw Refusal.conflict("subscription.cancellation-window-over");
        }
        cancelWithBase(now);
    }

    /** An add-on ends with its base. */
    public void cancelWithBase(Instant now) {
        if (isRunning()) {
            turn(Status.CANCELED, "subscription.canceled", now, now);
            dataLostAt = null;
        }
    }

    /** An add-on follows the days of its base after that began a new term of its own. */
    public void alignTo(Base to, Instant now) {
        if (isRunning()) {
            original = to.original();
            endsAt = to.end(sold.term(), now);
            moved = true;
        }
    }

    /**
     * What happens when a term is over: an active one with auto-renew begins the next at the price list of that day;
     * everything else expires: trials, suspended ones, those whose offer or base is gone.
     *
     * @param today the offer as sold on the day the term ended; null if it is not sold any more
     * @param follows what an add-on belongs to, as it is in its own next term; null for others
     * @param alone whether an add-on's base does not go on
     */
    public void endTerm(@Nullable Sold today, @Nullable Base follows, boolean alone, Instant now) {
        if (!isRunning() || endsAt.isAfter(now)) {
            return;
        }
        if (status == Status.ACTIVE && autoRenew && !sold.trial() && today != null && !alone) {
            renew(today, follows, now);
        } else {
            expire(now);
        }
    }

    private void renew(Sold today, @Nullable Base follows, Instant now) {
        var ended = endsAt;
        sold = today.allowing(quantity);
        startsAt = ended;
        endsAt = end(follows, ended);
        changes.add(Change.of(now, "subscription.renewed", ended, endsAt));
    }

    private void expire(Instant now) {
        if (dataLostAt == null) {
            dataLostAt = endsAt.plus(SubscriptionView.KEPT_AFTER_EXPIRY);
        }
        turn(Status.EXPIRED, "subscription.expired", endsAt, now);
    }

    /** The time its data was kept is over. */
    public void loseData(Instant now) {
        if (isLost(now) && (status == Status.SUSPENDED || status == Status.EXPIRED)) {
            turn(Status.DELETED, "subscription.deleted", Objects.requireNonNull(dataLostAt), now);
            dataLostAt = null;
        }
    }

    private void turn(Status to, String kind, Instant since, Instant now) {
        changes.add(Change.of(now, kind, status, to));
        status = to;
        statusSince = since;
    }

    private void requireActive() {
        if (status != Status.ACTIVE) {
            throw Refusal.conflict("subscription.not-active");
        }
    }

    private void requireRunning() {
        if (!isRunning()) {
            throw Refusal.conflict("subscription.over");
        }
    }

    /** Neither over nor gone. */
    public boolean isRunning() {
        return status == Status.ACTIVE || status == Status.SUSPENDED;
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    /** Whether its users have nothing of it any more. */
    public boolean isOverForUsers() {
        return status == Status.CANCELED || status == Status.DELETED;
    }

    /** Whether anything changed since it was loaded. */
    public boolean isChanged() {
        return moved || !changes.isEmpty();
    }

    /** What happened since it was loaded, in order. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** It as the base of add-ons. */
    public Base asBase() {
        return new Base(id, original, endsAt);
    }

    public SkuId sku() {
        return sold.sku();
    }

    public Sold sold() {
        return sold;
    }

    public SubscriptionId id() {
        return id;
    }

    public OrganizationId provider() {
        return provider;
    }

    public OrganizationId customer() {
        return customer;
    }

    public RelationshipId relationship() {
        return relationship;
    }

    public @Nullable SubscriptionId base() {
        return base;
    }

    public int version() {
        return version;
    }

    public Status status() {
        return status;
    }

    public int quantity() {
        return quantity;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    public @Nullable Instant dataLostAt() {
        return dataLostAt;
    }
}
