package io.palier.order.rest;

import io.palier.api.Fault;
import io.palier.catalog.rest.BillingCycle;
import org.jspecify.annotations.Nullable;

/**
 * What a line of an order or cart asks for, before the catalog and the partnerships are asked.
 *
 * @param item {@code product:sku:availability}, or the availability alone
 * @param partnerId location partner id of the reseller to be credited
 * @param termDuration null for the availability's own
 */
record WantedLine(
        @Nullable String item,
        @Nullable Integer quantity,
        @Nullable String friendlyName,
        @Nullable String partnerId,
        @Nullable String termDuration,
        @Nullable BillingCycle billingCycle) {
    private static final Fault.Code NO_PROMOTION = Fault.Code.of(400, 27007);

    /**
     * Refuses what a line cannot have here, rather than sell something else than was asked for.
     *
     * @param customTermEndDate terms are whole
     * @param promotionId there are none
     */
    static void requirePlain(@Nullable String customTermEndDate, @Nullable String promotionId) {
        if (isNamed(customTermEndDate)) {
            throw new Fault(Fault.Code.UNSUPPORTED, "A term cannot be shortened here.", "customTermEndDate");
        }
        if (isNamed(promotionId)) {
            throw new Fault(NO_PROMOTION, "There is no such promotion.", "promotionId");
        }
    }

    private static boolean isNamed(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
