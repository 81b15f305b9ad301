package io.palier.subscription.rest;

import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.Refusal;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import org.springframework.stereotype.Component;

/** Finds a subscription by the customer and id of an address. */
@Component
class SubscriptionFinder {
    private final Subscriptions subscriptions;

    SubscriptionFinder(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** @throws Refusal not found, also if it is another customer's */
    SubscriptionView find(Viewer viewer, OrganizationId customer, SubscriptionId id) {
        var seen = subscriptions.get(viewer, id);
        if (!seen.customer().equals(customer)) {
            throw Refusal.notFound();
        }
        return seen;
    }
}
