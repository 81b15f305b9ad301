package io.palier.order;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a cart as its caller wrote it; whether it can be ordered shows when the cart is looked at.
 *
 * @param catalogItem {@code product:sku:availability}, or the availability alone
 * @param partnerId location partner id of the reseller to be credited; null for the provider itself
 * @param parent the subscription that an add-on is for; null for one that is ordered with it, or that the customer has
 * @param customTermEnd some time on the day on which the first term is to end; null for a whole term
 * @param addOns bought with it
 */
public record CartLine(
        @Nullable String catalogItem,
        @Nullable Integer quantity,
        @Nullable String friendlyName,
        @Nullable String partnerId,
        @Nullable String term,
        @Nullable String billingCycle,
        @Nullable UUID parent,
        @Nullable Instant customTermEnd,
        List<CartLine> addOns) {
    public CartLine {
        addOns = List.copyOf(Objects.requireNonNullElse(addOns, List.of()));
    }
}
