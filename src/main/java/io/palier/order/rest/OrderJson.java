package io.palier.order.rest;

import io.palier.api.Attributes;
import io.palier.api.Link;
import io.palier.catalog.rest.BillingCycle;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order (commerce contract 3.1). The customer is that of the address, whatever a body says. */
record OrderJson(
        @Nullable String id,
        @Nullable String alternateId,
        @Nullable String referenceCustomerId,
        @Nullable BillingCycle billingCycle,
        @Nullable List<LineJson> lineItems,
        @Nullable String transactionType,
        @Nullable String currencyCode,
        @Nullable String currencySymbol,
        @Nullable BigDecimal totalPrice,
        @Nullable Instant creationDate,
        @Nullable OrderStatus status,
        @Nullable Map<String, Link> links,
        @Nullable Attributes attributes) {

    /** In the contract's order. */
    enum OrderStatus {
        UNKNOWN,
        COMPLETED,
        PENDING,
        CANCELLED
    }

    /**
     * One line.
     *
     * @param customTermEndDate the day on which the first term is to end, one of those that are listed
     * @param promotionId there are none: a line that names one is refused
     */
    record LineJson(
            @Nullable Integer lineItemNumber,
            @Nullable String offerId,
            @Nullable Integer quantity,
            @Nullable String friendlyName,
            @Nullable UUID subscriptionId,
            @Nullable UUID parentSubscriptionId,
            @Nullable String partnerIdOnRecord,
            @Nullable String termDuration,
            @Nullable Instant customTermEndDate,
            @Nullable String promotionId,
            @Nullable String transactionType,
            @Nullable Pricing pricing,
            @Nullable Map<String, Link> links) {

        WantedLine wanted(@Nullable BillingCycle cycle) {
            WantedLine.requireNoPromotion(promotionId);
            return new WantedLine(
                    offerId,
                    quantity,
                    friendlyName,
                    partnerIdOnRecord,
                    termDuration,
                    cycle,
                    parentSubscriptionId,
                    customTermEndDate);
        }
    }

    /** Prices of a line, for the whole term. */
    record Pricing(
            BigDecimal listPrice,
            BigDecimal discountedPrice,
            BigDecimal proratedPrice,
            BigDecimal price,
            BigDecimal extendedPrice) {}

    static String address(Object customer, Object order) {
        return "/customers/" + customer + "/orders/" + order;
    }
}
