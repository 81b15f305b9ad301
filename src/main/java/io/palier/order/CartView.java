package io.palier.order;

import io.palier.customer.RelationshipId;
import io.palier.identity.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cart.
 *
 * @param order what it became; null until it is checked out
 */
public record CartView(
        CartId id,
        RelationshipId relationship,
        List<CartLine> lines,
        Instant createdAt,
        Instant modifiedAt,
        AccountId modifiedBy,
        Instant expiresAt,
        @Nullable OrderId order) {}
