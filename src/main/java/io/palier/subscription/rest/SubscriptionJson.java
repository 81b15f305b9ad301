package io.palier.subscription.rest;

import io.palier.api.Attributes;
import io.palier.api.ClientKind;
import io.palier.api.Etag;
import io.palier.api.Link;
import io.palier.catalog.Term;
import io.palier.catalog.rest.BillingCycle;
import io.palier.subscription.SubscriptionView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A subscription (commerce contract 4.2).
 *
 * @param quantity licenses; null in a body that leaves it out
 * @param partnerId location partner id of the partner of record
 * @param attentionNeeded never here, as {@code actionTaken}
 * @param scheduledActions what is to happen at the end of the term; read only from bodies, where it says whether the
 *     subscription renews
 * @param scheduledNextTermInstructions not kept here; a body that names others than the present ones is refused
 * @param nextChargeInstructions not kept here; a body that names them is refused
 */
record SubscriptionJson(
        @Nullable UUID id,
        @Nullable String offerId,
        @Nullable String offerName,
        @Nullable UUID entitlementId,
        @Nullable String friendlyName,
        @Nullable Integer quantity,
        @Nullable String unitType,
        @Nullable ProductType productType,
        @Nullable UUID orderId,
        @Nullable UUID parentSubscriptionId,
        @Nullable Boolean hasPurchasableAddons,
        @Nullable Instant creationDate,
        @Nullable Instant effectiveStartDate,
        @Nullable Instant commitmentEndDate,
        @Nullable Instant cancellationAllowedUntilDate,
        @Nullable SubscriptionStatus status,
        @Nullable Boolean autoRenewEnabled,
        @Nullable Boolean isTrial,
        @Nullable String billingType,
        @Nullable BillingCycle billingCycle,
        @Nullable String termDuration,
        @Nullable Boolean isMicrosoftProduct,
        @Nullable String publisherName,
        @Nullable String partnerId,
        @Nullable List<String> suspensionReasons,
        @Nullable String contractType,
        @Nullable List<RefundOption> refundOptions,
        @Nullable RefundableQuantity refundableQuantity,
        @Nullable List<String> actions,
        @Nullable Boolean attentionNeeded,
        @Nullable Boolean actionTaken,
        @Nullable List<ScheduledAction> scheduledActions,
        @Nullable NextTerm scheduledNextTermInstructions,
        @Nullable JsonNode nextChargeInstructions,
        @Nullable Map<String, Link> links,
        @Nullable Attributes attributes) {
    private static final ProductType ONLINE_SERVICES = new ProductType("OnlineServicesNCE", "OnlineServicesNCE");

    /** What kind of product it is. */
    record ProductType(@Nullable String id, @Nullable String displayName) {}

    /** What comes back when it is given up before a time. */
    record RefundOption(String type, Instant expiresAt) {}

    /** One thing to happen by itself. */
    record ScheduledAction(
            @Nullable String scheduleType,
            @Nullable String actionType,
            @Nullable NextTerm instructions) {}

    /** What the next term is to be of. */
    record NextTerm(
            @Nullable NextProduct product,
            @Nullable Integer quantity,
            @Nullable String customTermEndDate) {

        /** Whether the next term is as the present one. */
        boolean isAs(SubscriptionView seen) {
            return customTermEndDate == null
                    && (quantity == null || quantity == seen.quantity())
                    && (product == null || product.isOf(seen));
        }
    }

    /** A catalog item in parts. */
    record NextProduct(
            @Nullable String productId,
            @Nullable String skuId,
            @Nullable String availabilityId,
            @Nullable BillingCycle billingCycle,
            @Nullable String termDuration) {

        boolean isOf(SubscriptionView seen) {
            return BillingCycle.plan(billingCycle).orElse(seen.plan()) == seen.plan()
                    && isSame(termDuration, seen.term().name())
                    && isSame(productId, seen.productId())
                    && isSame(skuId, seen.skuId())
                    && isSame(availabilityId, seen.availability().toString());
        }

        private static boolean isSame(@Nullable String wanted, String now) {
            return wanted == null || wanted.strip().equalsIgnoreCase(now);
        }
    }

    /** How many licenses can be given back now. */
    record RefundableQuantity(int totalQuantity, List<Refundable> details) {
        static RefundableQuantity of(SubscriptionView seen, boolean returnable) {
            return returnable
                    ? new RefundableQuantity(
                            seen.quantity(), List.of(new Refundable(seen.quantity(), seen.reducibleUntil())))
                    : new RefundableQuantity(0, List.of());
        }
    }

    /** Licenses that can be given back until a time. */
    record Refundable(int quantity, Instant allowedUntilDateTime) {}

    /** Where a subscription of a customer is. */
    static String address(SubscriptionView seen) {
        return "/customers/" + seen.customer() + "/subscriptions/" + seen.id();
    }

    /** The catalog item that it was bought as. */
    static String offerId(SubscriptionView seen) {
        return seen.productId() + ":" + seen.skuId() + ":" + seen.availability();
    }

    static SubscriptionJson of(SubscriptionView seen, boolean hasAddOns, boolean returnable, ClientKind client) {
        var base = seen.base();
        return new SubscriptionJson(
                seen.id().value(),
                offerId(seen),
                seen.title(),
                seen.id().value(),
                seen.name(),
                seen.quantity(),
                "Licenses",
                ONLINE_SERVICES,
                seen.order(),
                base == null ? null : base.value(),
                hasAddOns,
                seen.createdAt(),
                seen.startsAt(),
                seen.endsAt(),
                returnable ? seen.reducibleUntil() : null,
                SubscriptionStatus.of(seen.status()),
                seen.autoRenew(),
                seen.trial(),
                seen.trial() ? "none" : "license",
                BillingCycle.of(seen.plan(), client),
                term(seen.term()),
                seen.publisher().toLowerCase(java.util.Locale.ROOT).startsWith("microsoft"),
                seen.publisher(),
                seen.resellerLocationId(),
                SubscriptionStatus.reasons(seen.status()),
                "subscription",
                returnable ? List.of(new RefundOption("Full", seen.reducibleUntil())) : List.of(),
                RefundableQuantity.of(seen, returnable),
                seen.isRunning() ? List.of("edit", "cancel") : List.of(),
                false,
                false,
                null,
                null,
                null,
                links(seen),
                Attributes.of("Subscription", Etag.of(seen.id(), seen.version())));
    }

    private static String term(Term term) {
        return term.name();
    }

    private static Map<String, Link> links(SubscriptionView seen) {
        var links = new LinkedHashMap<String, Link>();
        var sku = "/products/" + seen.productId() + "/skus/" + seen.skuId();
        var base = seen.base();
        links.put("product", Link.get("/products/" + seen.productId()));
        links.put("sku", Link.get(sku));
        links.put("availability", Link.get(sku + "/availabilities/" + seen.availability()));
        if (base != null) {
            links.put("parentSubscription", Link.get("/customers/" + seen.customer() + "/subscriptions/" + base));
        }
        links.put("self", Link.get(address(seen)));
        return links;
    }
}
