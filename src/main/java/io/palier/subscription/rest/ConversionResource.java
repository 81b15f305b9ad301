package io.palier.subscription.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.ClientKind;
import io.palier.api.Page;
import io.palier.api.WithUser;
import io.palier.catalog.rest.BillingCycle;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.Refusal;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.Subscriptions;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/** From a trial to a paid subscription, which keeps its id (commerce contract 4.6). */
@ApiResource
@WithUser
@RequestMapping("/v1/customers/{customer}/subscriptions/{subscription}/conversions")
class ConversionResource {
    private static final int OTHER = 0;
    private static final int NOT_FOUND = 1;

    private final Subscriptions subscriptions;
    private final SubscriptionFailures failures;

    ConversionResource(Subscriptions subscriptions, SubscriptionFailures failures) {
        this.subscriptions = subscriptions;
        this.failures = failures;
    }

    /** What a trial can become; a caller sends the chosen one back. */
    record ConversionJson(
            @Nullable String offerId,
            @Nullable String targetOfferId,
            @Nullable UUID orderId,
            @Nullable Integer quantity,
            @Nullable BillingCycle billingCycle,
            @Nullable Attributes attributes) {}

    /** Why it did not become that. */
    record ConversionError(int code, String description) {}

    /** What came of it. */
    record ConversionResult(
            UUID subscriptionId,
            String offerId,
            @Nullable String targetOfferId,
            @Nullable ConversionError error,
            Attributes attributes) {}

    @GetMapping
    Page<ConversionJson> list(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable SubscriptionId subscription,
            Locale language,
            ClientKind client) {
        var seen = subscriptions.get(viewer, customer, subscription);
        return Page.of(subscriptions.conversionTargets(seen, language).stream()
                .map(offer -> new ConversionJson(
                        SubscriptionJson.offerId(seen),
                        offer.catalogItemId(),
                        seen.order(),
                        seen.quantity(),
                        BillingCycle.of(offer.plan(), client),
                        Attributes.of("Conversion")))
                .toList());
    }

    @PostMapping
    ConversionResult convert(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable SubscriptionId subscription,
            @RequestBody ConversionJson body,
            Locale language) {
        var seen = subscriptions.get(viewer, customer, subscription);
        ConversionError error = null;
        try {
            subscriptions.convert(
                    viewer,
                    seen.id(),
                    seen.version(),
                    UpgradeResource.availability(body.targetOfferId()),
                    Objects.requireNonNullElse(body.quantity(), seen.quantity()));
        } catch (Refusal refusal) {
            error = new ConversionError(
                    refusal.code().equals("subscription.no-conversion-target") ? NOT_FOUND : OTHER,
                    failures.text(refusal, language));
        }
        return new ConversionResult(
                seen.id().value(),
                SubscriptionJson.offerId(seen),
                body.targetOfferId(),
                error,
                Attributes.of("ConversionResult"));
    }
}
