package io.palier.subscription.rest;

import io.palier.api.Attributes;
import io.palier.shared.Refusal;
import io.palier.subscription.SubscriptionView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transition, and what there can be one to (commerce contract 4.5). */
record TransitionJson(
        @Nullable String operationId,
        @Nullable String fromCatalogItemId,
        @Nullable UUID fromSubscriptionId,
        @Nullable String toCatalogItemId,
        @Nullable UUID toSubscriptionId,
        @Nullable Integer quantity,
        @Nullable String termDuration,
        @Nullable String billingCycle,
        @Nullable String transitionType,
        @Nullable List<Event> events,
        @Nullable Attributes attributes) {
    private static final Attributes ATTRIBUTES = Attributes.of("Transition");

    /** One step of it. */
    record Event(String name, String status, Instant timestamp, List<Failure> errors) {}

    /** Why not, by a number of the contract's list. */
    record Failure(int code, String description) {
        static final int OTHER = 0;
        static final int NOT_ACTIVE = 2;
        static final int NOT_POSSIBLE = 3;
        static final int ADD_ONS = 6;
        static final int NO_TARGET = 8;

        static int of(Refusal refusal) {
            return switch (refusal.code()) {
                case "subscription.not-active", "subscription.trial-converts" -> NOT_ACTIVE;
                case "subscription.add-on-needs-base" -> ADD_ONS;
                case "subscription.no-upgrade-target", "not-found" -> NO_TARGET;
                default -> OTHER;
            };
        }
    }

    /** What a subscription can go over to. */
    record Target(
            String catalogItemId, String title, String description, int quantity, List<Eligibility> eligibilities) {}

    /** Whether it can now. */
    record Eligibility(boolean isEligible, String transitionType, List<Failure> errors) {}

    /** @param from what it was before; null where that is not kept */
    static TransitionJson completed(SubscriptionView after, @Nullable String from, Instant at) {
        return new TransitionJson(
                UUID.nameUUIDFromBytes((after.id() + "/" + at).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString(),
                from,
                after.id().value(),
                SubscriptionJson.offerId(after),
                after.id().value(),
                after.quantity(),
                after.term().name(),
                after.plan().name().toLowerCase(java.util.Locale.ROOT),
                "transition_with_license_transfer",
                List.of(
                        new Event("Conversion", "Completed", at, List.of()),
                        new Event("LicenseReassignment", "Completed", at, List.of())),
                ATTRIBUTES);
    }

    static TransitionJson failed(SubscriptionView seen, TransitionJson asked, Event event) {
        return new TransitionJson(
                null,
                SubscriptionJson.offerId(seen),
                seen.id().value(),
                asked.toCatalogItemId(),
                null,
                seen.quantity(),
                asked.termDuration(),
                asked.billingCycle(),
                asked.transitionType(),
                List.of(event),
                ATTRIBUTES);
    }
}
