package io.palier.subscription;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.Term;
import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as one viewer sees it.
 *
 * @param publisher the vendor's name; empty for those sold before it was kept
 * @param title the offer's, in the viewer's language
 * @param base what an add-on belongs to; null for others
 * @param dataLostAt when the data of a suspended or expired one is lost; null for others
 * @param unitPrice per license for the whole term, unrounded; null for viewers without the right to see prices
 * @param reseller partner of record; null while the provider sells it itself
 * @param supportContact whom the customer sees for help; the provider unless another was designated
 * @param associations what ties the viewer's organization to it
 * @param mayOrder whether the provider lets the viewer's organization order without asking
 * @param assigned how many licenses users have
 * @param version for lost-update checks
 */
public record SubscriptionView(
        SubscriptionId id,
        RelationshipId relationship,
        OrganizationId provider,
        String providerName,
        OrganizationId customer,
        String customerName,
        UUID order,
        AvailabilityId availability,
        String productId,
        String skuId,
        String publisher,
        String title,
        @Nullable String nickname,
        Term term,
        BillingPlan plan,
        boolean trial,
        boolean addOn,
        @Nullable SubscriptionId base,
        int quantity,
        int minimumQuantity,
        int maximumQuantity,
        Status status,
        Instant statusSince,
        @Nullable Instant dataLostAt,
        boolean autoRenew,
        Instant startsAt,
        Instant endsAt,
        Instant createdAt,
        @Nullable Money unitPrice,
        @Nullable OrganizationId reseller,
        @Nullable String resellerName,
        @Nullable String resellerLocationId,
        OrganizationId supportContact,
        String supportContactName,
        Set<Association> associations,
        boolean mayOrder,
        int assigned,
        int version) {
    /** How long the data of a suspended subscription is kept (portal reference 3.6). */
    public static final Duration KEPT_WHILE_SUSPENDED = Duration.ofDays(90);

    /** How long the data of an expired subscription is kept: 30 days for users, 90 more for admins. */
    public static final Duration KEPT_AFTER_EXPIRY = Duration.ofDays(120);

    /** How long a trial runs (portal reference 2.7). */
    public static final Duration TRIAL = Duration.ofDays(30);

    /** How long after a term began licenses, or all of it, can be given back (portal reference 2.7). */
    public static final Duration REDUCTION_WINDOW = Duration.ofDays(7);

    /** What people call it. */
    public String name() {
        return nickname == null ? title : nickname;
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    public boolean isSuspended() {
        return status == Status.SUSPENDED;
    }

    /** Neither over nor gone. */
    public boolean isRunning() {
        return isActive() || isSuspended();
    }

    /** Until when licenses can be given back in this term. */
    public Instant reducibleUntil() {
        return startsAt.plus(REDUCTION_WINDOW);
    }

    /** What the licenses cost for the whole term, rounded; null without the right to see prices. */
    public @Nullable Money termCharge() {
        return unitPrice == null ? null : unitPrice.times(quantity).rounded();
    }

    /** Who stands there as partner of record, null for nobody, or as support contact. */
    public @Nullable OrganizationId holder(Association kind) {
        return kind == Association.PARTNER_OF_RECORD ? reseller : supportContact;
    }

    /** The name of {@link #holder}. */
    public @Nullable String holderName(Association kind) {
        return kind == Association.PARTNER_OF_RECORD ? resellerName : supportContactName;
    }

    public int available() {
        return Math.max(0, quantity - assigned);
    }
}
