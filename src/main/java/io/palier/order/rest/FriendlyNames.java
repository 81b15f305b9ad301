package io.palier.order.rest;

import io.palier.identity.Viewer;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.Subscriptions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives subscriptions the names that the lines of an order wish for them. */
@Component
class FriendlyNames {
    private final Subscriptions subscriptions;

    FriendlyNames(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** Whether the subscription has another name now. */
    boolean give(Viewer viewer, SubscriptionId id, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return false;
        }
        var seen = subscriptions.get(viewer, id);
        if (name.strip().equals(seen.name())) {
            return false;
        }
        subscriptions.rename(viewer, id, seen.version(), name);
        return true;
    }
}
