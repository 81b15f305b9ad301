package io.palier.subscription.rest;

import io.palier.api.Fault;
import io.palier.catalog.rest.BillingCycle;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.organization.Organizations;
import io.palier.subscription.Associations;
import io.palier.subscription.ContactChoice;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applies what a body changes of a subscription, all of it or nothing. Clients send the whole object back with one field
 * changed, so that what is equal is no change and what cannot be written is passed over (commerce contract 4.3).
 */
@Component
class SubscriptionPatch {
    private static final Fault.Code USE_THE_ORDER = Fault.Code.of(400, 2054);
    private static final Fault.Code NOT_CHANGEABLE = Fault.Code.of(400, 2011);

    private final Subscriptions subscriptions;
    private final Associations associations;
    private final Organizations organizations;

    SubscriptionPatch(Subscriptions subscriptions, Associations associations, Organizations organizations) {
        this.subscriptions = subscriptions;
        this.associations = associations;
        this.organizations = organizations;
    }

    @Transactional
    public SubscriptionView apply(Viewer viewer, SubscriptionView seen, SubscriptionJson wanted) {
        refuseWhatTheOrderHas(seen, wanted);
        rename(viewer, seen, wanted.friendlyName());
        var id = seen.id();
        changePartnerOfRecord(viewer, seen, wanted.partnerId());
        boolean wakes = wanted.status() == SubscriptionStatus.ACTIVE;
        if (wakes) {
            changeStatus(viewer, now(viewer, id), SubscriptionStatus.ACTIVE);
        }
        changeQuantity(viewer, now(viewer, id), wanted.quantity());
        changeAutoRenew(viewer, now(viewer, id), TermEnd.renews(seen, wanted));
        if (!wakes) {
            changeStatus(viewer, now(viewer, id), wanted.status());
        }
        return now(viewer, id);
    }

    private SubscriptionView now(Viewer viewer, SubscriptionId id) {
        return subscriptions.get(viewer, id);
    }

    private static void refuseWhatTheOrderHas(SubscriptionView seen, SubscriptionJson wanted) {
        var plan = BillingCycle.plan(wanted.billingCycle());
        if (plan.isPresent() && plan.get() != seen.plan()) {
            throw new Fault(
                    USE_THE_ORDER, "The billing cycle changes by an upgrade or at a new term only.", "billingCycle");
        }
    }

    private void rename(Viewer viewer, SubscriptionView seen, @Nullable String name) {
        if (name != null && !name.strip().equals(seen.name())) {
            subscriptions.rename(viewer, seen.id(), seen.version(), name);
        }
    }

    private void changeQuantity(Viewer viewer, SubscriptionView seen, @Nullable Integer quantity) {
        if (quantity != null && quantity != seen.quantity()) {
            subscriptions.changeQuantity(viewer, seen.id(), seen.version(), quantity);
        }
    }

    private void changeAutoRenew(Viewer viewer, SubscriptionView seen, @Nullable Boolean wanted) {
        if (wanted != null && wanted != seen.autoRenew()) {
            subscriptions.autoRenew(viewer, seen.id(), seen.version(), wanted);
        }
    }

    private void changeStatus(Viewer viewer, SubscriptionView seen, @Nullable SubscriptionStatus wanted) {
        if (wanted == null || wanted == SubscriptionStatus.NONE || wanted == SubscriptionStatus.of(seen.status())) {
            return;
        }
        switch (wanted) {
            case ACTIVE -> {
                if (!seen.isSuspended()) {
                    throw new Fault(NOT_CHANGEABLE, "What is over cannot be made active again.", "status");
                }
                subscriptions.reactivate(viewer, seen.id(), seen.version());
            }
            case SUSPENDED -> subscriptions.suspend(viewer, seen.id(), seen.version());
            default -> subscriptions.cancel(viewer, seen.id(), seen.version());
        }
    }

    private void changePartnerOfRecord(Viewer viewer, SubscriptionView seen, @Nullable String locationId) {
        if (locationId == null || locationId.strip().equals(seen.resellerLocationId())) {
            return;
        }
        var reseller = seen.reseller();
        var wanted = locationId.isBlank() ? null : partner(viewer, seen, locationId.strip());
        if (!Objects.equals(reseller, wanted)) {
            associations.setPartnerOfRecord(viewer, seen.id(), reseller, wanted, "");
        }
    }

    private OrganizationId partner(Viewer viewer, SubscriptionView seen, String locationId) {
        return associations.resellerChoices(viewer, seen).stream()
                .filter(choice -> choice.locationPartnerId().equals(locationId))
                .findFirst()
                .map(ContactChoice::id)
                .orElseThrow(() -> notPossible(viewer, locationId));
    }

    private Fault notPossible(Viewer viewer, String locationId) {
        return locationId.equals(organizations.get(viewer.organization()).locationPartnerId())
                ? new Fault(
                        Fault.Code.of(404, 2072), "A provider's own partner id is no partner of record.", locationId)
                : new Fault(
                        Fault.Code.of(404, 800015), "No indirect reseller of yours has this partner id.", locationId);
    }
}
