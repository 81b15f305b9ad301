package io.palier.subscription;

import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.SearchText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which subscriptions a list shows, and in which order; null fields do not matter.
 *
 * @param relationship those of one customer
 * @param text in title, nickname and the customer's name, accents and case are the same; or a whole id of a subscription
 *     or a customer
 * @param publisher the vendor's exact name
 * @param endsWithin those that run and whose term ends within this time from now
 * @param reseller the partner of record
 * @param direct only those without a partner of record
 */
public record SubscriptionFilter(
        @Nullable RelationshipId relationship,
        SearchText text,
        @Nullable Status status,
        @Nullable String publisher,
        @Nullable Duration endsWithin,
        @Nullable OrganizationId reseller,
        boolean direct,
        @Nullable Boolean trial,
        @Nullable Boolean autoRenew,
        SubscriptionSort sort) {
    public static final SubscriptionFilter ALL = new SubscriptionFilter(
            null, SearchText.of(""), null, null, null, null, false, null, null, SubscriptionSort.NEWEST);

    /** All of one customer. */
    public static SubscriptionFilter of(RelationshipId relationship) {
        return new SubscriptionFilter(
                relationship, ALL.text(), null, null, null, null, false, null, null, SubscriptionSort.NEWEST);
    }

    /** Whether it leaves nothing out of the customer's, or of all. */
    public boolean isOpen() {
        return text.isEmpty()
                && status == null
                && publisher == null
                && endsWithin == null
                && reseller == null
                && !direct
                && trial == null
                && autoRenew == null;
    }
}
