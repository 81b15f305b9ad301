package io.palier.order;

import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.SearchText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a list shows; null fields do not matter.
 *
 * @param relationship those of one customer
 * @param text the beginning of an order number, or part of the customer's name or of an offer's title
 * @param reseller credited with one of the lines
 * @param from inclusive
 * @param to exclusive
 */
public record OrderFilter(
        @Nullable RelationshipId relationship,
        SearchText text,
        @Nullable OrganizationId reseller,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** All of one customer. */
    public static OrderFilter of(RelationshipId relationship) {
        return new OrderFilter(relationship, SearchText.of(""), null, null, null);
    }

    /** Whether it leaves nothing out of the customer's, or of all. */
    public boolean isOpen() {
        return text.isEmpty() && reseller == null && from == null && to == null;
    }
}
