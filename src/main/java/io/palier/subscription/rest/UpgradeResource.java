package io.palier.subscription.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.ClientKind;
import io.palier.api.Fault;
import io.palier.api.Page;
import io.palier.catalog.AvailabilityId;
import io.palier.catalog.Catalog;
import io.palier.catalog.Offer;
import io.palier.catalog.rest.CatalogTree;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.Refusal;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import io.palier.subscription.rest.UpgradeJson.Failure;
import io.palier.subscription.rest.UpgradeJson.UpgradeType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/** Upgrades of a subscription. Targets that are not possible now are listed too, with the reason. */
@ApiResource
@RequestMapping("/v1/customers/{customer}/subscriptions/{subscription}/upgrades")
class UpgradeResource {
    private final Subscriptions subscriptions;
    private final Catalog catalog;
    private final CatalogTree tree;
    private final SubscriptionFailures failures;

    UpgradeResource(Subscriptions subscriptions, Catalog catalog, CatalogTree tree, SubscriptionFailures failures) {
        this.subscriptions = subscriptions;
        this.catalog = catalog;
        this.tree = tree;
        this.failures = failures;
    }

    @GetMapping
    Page<UpgradeJson> list(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable SubscriptionId subscription,
            Locale language,
            ClientKind client) {
        var seen = subscriptions.get(viewer, customer, subscription);
        var possible = subscriptions.upgradeTargets(seen, language).stream()
                .map(Offer::id)
                .collect(Collectors.toSet());
        var targets = catalog.upgrades(seen.availability(), language);
        var shapes = tree.offers(targets, language, client);
        return Page.of(targets.stream()
                .map(offer -> upgrade(seen, shapes.get(offer.id()), possible.contains(offer.id())))
                .toList());
    }

    private static UpgradeJson upgrade(SubscriptionView seen, @Nullable Object target, boolean possible) {
        return new UpgradeJson(
                target,
                UpgradeType.UPGRADE_WITH_LICENSE_TRANSFER,
                possible,
                seen.quantity(),
                possible ? List.of() : List.of(why(seen)),
                Attributes.of("Upgrade"));
    }

    private static Failure why(SubscriptionView seen) {
        return seen.isActive()
                ? new Failure(Failure.OWNED_ALREADY, "The customer has this already, or not in this quantity.", "")
                : new Failure(Failure.NOT_ACTIVE, "Only an active subscription can be upgraded.", "");
    }

    /** What the rules refuse is answered with 200 and the reason, as the contract has it. */
    @PostMapping
    UpgradeJson.Result upgrade(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable SubscriptionId subscription,
            @RequestBody UpgradeJson.Chosen body,
            Locale language) {
        var seen = subscriptions.get(viewer, customer, subscription);
        try {
            subscriptions.upgrade(viewer, seen.id(), seen.version(), availability(body.targetId()));
            return result(seen, List.of());
        } catch (Refusal refusal) {
            var text = failures.text(refusal, language);
            return result(seen, List.of(new Failure(TransitionJson.Failure.of(refusal), text, refusal.code())));
        }
    }

    /** The availability of {@code product:sku:availability}. */
    static AvailabilityId availability(@Nullable String offerId) {
        if (offerId == null || offerId.isBlank()) {
            throw new Fault(Fault.Code.INVALID_PROPERTY, "The target offer is missing.", "targetOffer");
        }
        return new AvailabilityId(
                offerId.substring(offerId.lastIndexOf(':') + 1).strip().toUpperCase(Locale.ROOT));
    }

    private static UpgradeJson.Result result(SubscriptionView seen, List<Failure> failures) {
        return new UpgradeJson.Result(
                seen.id().value(),
                seen.id().value(),
                UpgradeType.UPGRADE_WITH_LICENSE_TRANSFER,
                failures,
                List.of(),
                Attributes.of("UpgradeResult"));
    }
}
