package io.palier.subscription.rest;

import io.palier.api.Attributes;
import io.palier.subscription.SubscriptionView;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * How far licenses have reached their users (commerce contract 4.1).
 *
 * @param skuId a UUID made from the SKU, which the contract has as one here and as text elsewhere
 */
record ProvisioningStatusJson(UUID skuId, String status, int quantity, Instant endDate, Attributes attributes) {

    static ProvisioningStatusJson of(SubscriptionView seen) {
        var sku = "sku " + seen.productId() + ":" + seen.skuId();
        return new ProvisioningStatusJson(
                UUID.nameUUIDFromBytes(sku.getBytes(StandardCharsets.UTF_8)),
                "success",
                seen.quantity(),
                seen.endsAt(),
                Attributes.of("SubscriptionProvisioningStatus"));
    }
}
