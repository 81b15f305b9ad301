package io.palier.subscription.domain;

import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.subscription.Status;
import io.palier.subscription.SubscriptionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A subscription's state, on its way to the table and back. */
record SubscriptionRow(
        SubscriptionId id,
        OrganizationId provider,
        OrganizationId customer,
        RelationshipId relationship,
        @Nullable SubscriptionId base,
        Sold sold,
        int quantity,
        Status status,
        Instant statusSince,
        @Nullable Instant dataLostAt,
        boolean suspendedWithBase,
        @Nullable String nickname,
        boolean autoRenew,
        Instant original,
        Instant startsAt,
        Instant endsAt,
        int version) {}
