package io.palier.subscription.rest;

import io.palier.api.ApiResource;
import io.palier.api.Fault;
import io.palier.api.Page;
import io.palier.api.WireWords;
import io.palier.catalog.Catalog;
import io.palier.catalog.Offer;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.Refusal;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import io.palier.subscription.rest.TransitionJson.Eligibility;
import io.palier.subscription.rest.TransitionJson.Event;
import io.palier.subscription.rest.TransitionJson.Failure;
import io.palier.subscription.rest.TransitionJson.Target;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Upgrades in the words of the modern catalog (commerce contract 4.5): whole subscriptions, at once. */
@ApiResource
@RequestMapping("/v1/customers/{customer}/subscriptions/{subscription}")
class TransitionResource {
    private static final String WITH_LICENSES = "transition_with_license_transfer";

    private final Subscriptions subscriptions;
    private final Catalog catalog;
    private final SubscriptionFailures failures;
    private final Clock clock;

    TransitionResource(Subscriptions subscriptions, Catalog catalog, SubscriptionFailures failures, Clock clock) {
        this.subscriptions = subscriptions;
        this.catalog = catalog;
        this.failures = failures;
        this.clock = clock;
    }

    /** Scheduled transitions are none: an upgrade happens when it is asked for. */
    @GetMapping("/transitioneligibilities")
    Page<Target> eligibilities(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable SubscriptionId subscription,
            @RequestParam(required = false) @Nullable String eligibilityType,
            Locale language) {
        var seen = subscriptions.get(viewer, customer, subscription);
        if (eligibilityType != null && WireWords.read(When.class, eligibilityType) == When.SCHEDULED) {
            return Page.of(List.of());
        }
        var possible = subscriptions.upgradeTargets(seen, language).stream()
                .map(Offer::id)
                .collect(Collectors.toSet());
        return Page.of(catalog.upgrades(seen.availability(), language).stream()
                .map(offer -> target(seen, offer, possible))
                .toList());
    }

    /** When a transition would happen; none can be scheduled. */
    private enum When {
        IMMEDIATE,
        SCHEDULED
    }

    private static Target target(SubscriptionView seen, Offer offer, Set<?> possible) {
        boolean eligible = possible.contains(offer.id());
        return new Target(
                offer.catalogItemId(),
                offer.title(),
                offer.description(),
                seen.quantity(),
                List.of(new Eligibility(
                        eligible,
                        WITH_LICENSES,
                        eligible ? List.of() : List.of(new Failure(Failure.NOT_POSSIBLE, "Not possible now.")))));
    }

    /** The last transition; of what it was before only the title is kept. */
    @GetMapping("/transitions")
    Page<TransitionJson> list(
            Viewer viewer, @PathVariable OrganizationId customer, @PathVariable SubscriptionId subscription) {
        var seen = subscriptions.get(viewer, customer, subscription);
        return Page.of(subscriptions.changes(viewer, seen.id()).stream()
                .filter(change -> change.kind().equals("subscription.upgraded"))
                .limit(1)
                .map(change -> TransitionJson.completed(seen, null, change.at()))
                .toList());
    }

    @PostMapping("/transitions")
    TransitionJson transition(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable SubscriptionId subscription,
            @RequestBody TransitionJson body,
            Locale language) {
        var seen = subscriptions.get(viewer, customer, subscription);
        requireWhole(seen, body);
        var from = SubscriptionJson.offerId(seen);
        try {
            subscriptions.upgrade(
                    viewer, seen.id(), seen.version(), UpgradeResource.availability(body.toCatalogItemId()));
            return TransitionJson.completed(subscriptions.get(viewer, customer, subscription), from, clock.instant());
        } catch (Refusal refusal) {
            var failure = new Failure(Failure.of(refusal), failures.text(refusal, language));
            return TransitionJson.failed(
                    seen, body, new Event("Conversion", "Failed", clock.instant(), List.of(failure)));
        }
    }

    private static void requireWhole(SubscriptionView seen, TransitionJson body) {
        var quantity = body.quantity();
        if (quantity != null && quantity != seen.quantity()) {
            throw new Fault(Fault.Code.UNSUPPORTED, "Only the whole quantity goes over.", "quantity");
        }
        var into = body.toSubscriptionId();
        if (into != null && !into.equals(seen.id().value())) {
            throw new Fault(Fault.Code.UNSUPPORTED, "The subscription goes on; it joins no other.", "toSubscriptionId");
        }
    }
}
