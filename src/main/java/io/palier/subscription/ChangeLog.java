package io.palier.subscription;

import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.subscription.domain.Change;
import io.palier.subscription.domain.LicenseStore;
import io.palier.subscription.domain.Subscription;
import io.palier.subscription.domain.SubscriptionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Saves a changed subscription with everything that follows from it: its timeline, the audit trail, the news. */
@Component
class ChangeLog {
    private final SubscriptionStore store;
    private final LicenseStore licenses;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ChangeLog(SubscriptionStore store, LicenseStore licenses, AuditTrail audit, ApplicationEventPublisher events) {
        this.store = store;
        this.licenses = licenses;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Saves it, unless nothing changed.
     *
     * @throws io.palier.shared.Refusal changed meanwhile
     */
    void keep(Actor actor, Subscription changed) {
        if (!changed.isChanged()) {
            return;
        }
        store.save(changed, actor);
        if (changed.isOverForUsers()) {
            licenses.revokeAllOf(changed.id());
        }
        changed.changes().forEach(change -> tell(actor, changed, change));
    }

    private void tell(Actor actor, Subscription changed, Change change) {
        var entry = AuditEntry.of(actor, change.kind(), "subscription", changed.id())
                .customer(changed.customer())
                .concerning(changed.provider(), changed.customer())
                .change("value", change.before(), change.after());
        audit.record(store.reseller(changed.id()).map(entry::concerning).orElse(entry));
        events.publishEvent(new SubscriptionChanged(
                changed.id(),
                changed.relationship(),
                changed.provider(),
                changed.customer(),
                by(actor),
                change.kind(),
                change.at()));
    }

    private static @Nullable OrganizationId by(Actor actor) {
        return actor.account() == null && actor.application() == null ? null : new OrganizationId(actor.organization());
    }
}
