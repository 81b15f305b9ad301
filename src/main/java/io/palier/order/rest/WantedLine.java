package io.palier.order.rest;

import io.palier.api.Fault;
import io.palier.catalog.rest.BillingCycle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a line of an order or cart asks for, before the catalog and the partnerships are asked.
 *
 * @param item {@code product:sku:availability}, or the availability alone
 * @param partnerId location partner id of the reseller to be credited
 * @param termDuration null for the availability's own
 * @param parent the subscription that an add-on is for; null for any that fits
 * @param customTermEnd some time on the day on which the first term is to end; null for a whole term
 */
record WantedLine(
        @Nullable String item,
        @Nullable Integer quantity,
        @Nullable String friendlyName,
        @Nullable String partnerId,
        @Nullable String termDuration,
        @Nullable BillingCycle billingCycle,
        @Nullable UUID parent,
        @Nullable Instant customTermEnd) {
    private static final Fault.Code NO_PROMOTION = Fault.Code.of(400, 27007);

    /** Refuses a promotion, of which there are none, rather than sell something else than was asked for. */
    static void requireNoPromotion(@Nullable String promotionId) {
        if (promotionId != null && !promotionId.isBlank()) {
            throw new Fault(NO_PROMOTION, "There is no such promotion.", "promotionId");
        }
    }

    /** In UTC, as the contract's dates are. */
    @Nullable
    LocalDate endsOn() {
        return customTermEnd == null
                ? null
                : customTermEnd.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
