package io.palier.order.rest;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.palier.api.Attributes;
import io.palier.api.Link;
import io.palier.catalog.rest.BillingCycle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A cart (commerce contract 2). */
record CartJson(
        @Nullable String id,
        @Nullable Instant creationTimestamp,
        @Nullable Instant lastModifiedTimestamp,
        @Nullable Instant expirationTimestamp,
        @Nullable String lastModifiedUser,
        @Nullable String status,
        @Nullable List<CartLineJson> lineItems,
        @Nullable Map<String, Link> links,
        @Nullable Attributes attributes) {

    /**
     * One line.
     *
     * @param addOnItems which some clients spell with a small o
     * @param error why it cannot be ordered; a bad line does not fail the cart
     */
    record CartLineJson(
            @Nullable Integer id,
            @Nullable String catalogItemId,
            @Nullable Integer quantity,
            @Nullable BillingCycle billingCycle,
            @Nullable String termDuration,
            @Nullable Instant customTermEndDate,
            @Nullable String friendlyName,
            @Nullable String currencyCode,
            @Nullable List<Participant> participants,
            @Nullable JsonNode provisioningContext,
            @Nullable String promotionId,
            @JsonAlias("addonItems") @Nullable List<CartLineJson> addOnItems,
            @Nullable String orderGroup,
            @Nullable LineError error) {}

    /** Who else is part of the sale: the reseller of record. */
    record Participant(@Nullable String key, @Nullable String value) {
        static final String RESELLER = "transaction_reseller";
    }

    /** Why a line cannot be ordered, by a number of the contract's list. */
    record LineError(int errorCode, String errorDescription) {}

    /** What a checkout came to. */
    record CheckoutResult(List<OrderJson> orders, List<OrderError> orderErrors, Attributes attributes) {}

    /** What went wrong with one group of lines. */
    record OrderError(String orderGroupId, int code, String description) {}
}
