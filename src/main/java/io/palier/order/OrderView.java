package io.palier.order;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.Term;
import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.Money;
import io.palier.subscription.NewSubscription.FirstDays;
import io.palier.subscription.Status;
import io.palier.subscription.SubscriptionId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order as one viewer sees it.
 *
 * @param number 12 characters in groups of 4; unique per provider
 * @param placedFor name of the organization it was placed for
 * @param person who placed it, if of the viewer's own organization
 * @param total of the first term, rounded; null without the right to see prices
 */
public record OrderView(
        OrderId id,
        String number,
        RelationshipId relationship,
        OrganizationId provider,
        OrganizationId customer,
        String customerName,
        Instant placedAt,
        String placedFor,
        @Nullable String person,
        List<Line> lines,
        @Nullable Money total) {

    /** Who is credited with its lines, by name, each once. */
    public List<String> resellers() {
        return lines.stream()
                .map(Line::reseller)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /**
     * One line.
     *
     * @param state of the subscription that it opened
     * @param availability what was ordered
     * @param reseller name of the partner of record; null for the provider itself
     * @param resellerLocationId its location partner id
     * @param unitPrice per license and term, unrounded; null without the right to see prices
     * @param firstDays of a first term that ends early; null for a whole one
     */
    public record Line(
            int line,
            SubscriptionId subscription,
            State state,
            AvailabilityId availability,
            String title,
            Term term,
            BillingPlan plan,
            int quantity,
            @Nullable String reseller,
            @Nullable String resellerLocationId,
            @Nullable Money unitPrice,
            @Nullable FirstDays firstDays) {

        /** What the first term costs. */
        public @Nullable Money charge() {
            return unitPrice == null ? null : first(unitPrice.times(quantity));
        }

        /** What the first term costs of what the whole one would. */
        public Money first(Money whole) {
            return firstDays == null ? whole.rounded() : whole.prorated(firstDays.days(), firstDays.of());
        }
    }

    /**
     * What became of a line's subscription.
     *
     * @param name given by people; null while it goes by the line's title
     * @param base of an add-on
     * @param version grows with every change
     */
    public record State(
            Status status, @Nullable String name, @Nullable SubscriptionId base, int version) {}
}
