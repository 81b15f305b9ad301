package io.palier.subscription;

import io.palier.customer.CustomerFigures;
import io.palier.customer.CustomerUserDeleted;
import io.palier.customer.CustomerUsers;
import io.palier.customer.RelationshipId;
import io.palier.customer.UserLicenses;
import io.palier.identity.MembershipId;
import io.palier.identity.UserView;
import io.palier.identity.Viewer;
import io.palier.shared.AuditTrail;
import io.palier.shared.Refusal;
import io.palier.subscription.domain.LicenseStore;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to license assignment: which of a customer's users has a license of which subscription. */
@Service
@Transactional
public class Licenses implements CustomerFigures, UserLicenses {
    private final Subscriptions subscriptions;
    private final CustomerUsers users;
    private final LicenseStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Licenses(Subscriptions subscriptions, CustomerUsers users, LicenseStore store, AuditTrail audit, Clock clock) {
        this.subscriptions = subscriptions;
        this.users = users;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** The subscriptions of which the user has a license. */
    @Transactional(readOnly = true)
    public Set<SubscriptionId> of(Viewer viewer, RelationshipId relationship, MembershipId user) {
        return store.of(relationship, users.get(viewer, relationship, user).id());
    }

    /**
     * Gives the user a license of each wanted subscription among {@code shown} and takes those of the others among them.
     *
     * @param shown what the form showed; others stay untouched
     * @throws Refusal conflict, if no license is left, the subscription is not active or the user is not; not found
     */
    public void assign(
            Viewer viewer,
            RelationshipId relationship,
            MembershipId id,
            Collection<SubscriptionId> shown,
            Collection<SubscriptionId> wanted) {
        var user = users.get(viewer, relationship, id);
        var present = store.of(relationship, id);
        for (var subscription : new HashSet<>(shown)) {
            if (wanted.contains(subscription) != present.contains(subscription)) {
                change(viewer, relationship, user, subscription, wanted.contains(subscription));
            }
        }
    }

    private void change(
            Viewer viewer, RelationshipId relationship, UserView user, SubscriptionId subscription, boolean assign) {
        var quantity = store.lock(subscription);
        var seen = subscriptions.get(viewer, subscription);
        if (!seen.relationship().equals(relationship)) {
            throw Refusal.notFound();
        }
        AccessPolicy.require(viewer, seen.associations(), Action.ASSIGN_LICENSES, seen.mayOrder());
        if (assign) {
            requireAssignable(seen, user, quantity);
            store.assign(subscription, relationship, user.id(), viewer.actor(), clock.instant());
        } else {
            store.revoke(subscription, user.id());
        }
        audit.record(Subscriptions.entry(
                        viewer, seen, assign ? "subscription.license-assigned" : "subscription.license-revoked")
                .change("user", assign ? null : user.id(), assign ? user.id() : null));
    }

    private static void requireAssignable(SubscriptionView seen, UserView user, int quantity) {
        if (!user.isActive()) {
            throw Refusal.conflict("subscription.user-not-active");
        }
        if (!seen.isActive()) {
            throw Refusal.conflict("subscription.not-active");
        }
        if (seen.assigned() >= quantity) {
            throw Refusal.conflict("subscription.no-license-left", seen.name());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Map<MembershipId, Integer> of(RelationshipId relationship, Collection<MembershipId> ids) {
        return store.count(relationship, ids);
    }

    @Override
    public String address(RelationshipId relationship, MembershipId user) {
        return "/customers/" + relationship + "/users/" + user + "/licenses";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<RelationshipId, Figures> of(Collection<RelationshipId> relationships) {
        return store.figures(List.copyOf(relationships));
    }

    /** A deleted user's licenses are free again. */
    @ApplicationModuleListener
    void on(CustomerUserDeleted deleted) {
        store.revokeAll(deleted.user());
    }
}
