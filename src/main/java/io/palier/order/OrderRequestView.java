package io.palier.order;

import io.palier.catalog.AvailabilityId;
import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.subscription.SubscriptionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param kind whether new subscriptions, another offer or another number of licenses is asked for
 * @param subscription the one to change; null for new ones
 * @param reason why it was refused
 * @param order what came of it
 */
public record OrderRequestView(
        OrderRequestId id,
        OrganizationId provider,
        RelationshipId relationship,
        OrganizationId customer,
        String customerName,
        OrganizationId askedFor,
        String askedForName,
        Instant askedAt,
        Kind kind,
        @Nullable SubscriptionId subscription,
        Status status,
        @Nullable Instant answeredAt,
        @Nullable String answeredForName,
        @Nullable String reason,
        @Nullable OrderId order,
        List<Line> lines,
        boolean mayAnswer,
        boolean own,
        int version) {

    /** What is asked for. */
    public enum Kind {
        ORDER,
        UPGRADE,
        QUANTITY
    }

    /** What became of it. */
    public enum Status {
        OPEN,
        APPROVED,
        REFUSED,
        WITHDRAWN
    }

    /** One line; for a change of licenses, the number wanted. */
    public record Line(
            AvailabilityId offer,
            String title,
            int quantity,
            @Nullable OrganizationId reseller) {}

    public OrderRequestView with(List<Line> wanted) {
        return new OrderRequestView(
                id,
                provider,
                relationship,
                customer,
                customerName,
                askedFor,
                askedForName,
                askedAt,
                kind,
                subscription,
                status,
                answeredAt,
                answeredForName,
                reason,
                order,
                wanted,
                mayAnswer,
                own,
                version);
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }
}
