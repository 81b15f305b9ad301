package io.palier.order.rest;

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
        @Nullable BillingCycle billingCycle) {}
