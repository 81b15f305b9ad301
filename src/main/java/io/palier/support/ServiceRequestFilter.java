package io.palier.support;

import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Which service requests a list shows; null fields do not matter.
 *
 * @param relationship those about one customer of a provider
 * @param customer those about one customer, whoever its provider is
 * @param text in number, title, and the names of who asked and whom it is about as they were then
 * @param side those the viewer's organization asked, or was asked
 */
public record ServiceRequestFilter(
        @Nullable RelationshipId relationship,
        @Nullable OrganizationId customer,
        SearchText text,
        @Nullable RequestStatus status,
        @Nullable Severity severity,
        @Nullable Side side) {

    /** All those about a customer, or all; of one status, or of any. */
    public static ServiceRequestFilter of(@Nullable OrganizationId customer, @Nullable RequestStatus status) {
        return new ServiceRequestFilter(null, customer, SearchText.of(""), status, null, null);
    }

    /** Whether it leaves nothing out of the customer's, or of all. */
    public boolean isOpen() {
        return text.isEmpty() && status == null && severity == null && side == null;
    }
}
