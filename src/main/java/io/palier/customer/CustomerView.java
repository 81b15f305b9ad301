package io.palier.customer;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer as one viewer sees it through one relationship.
 *
 * @param domain the primary domain; empty at subscription level
 * @param country ISO 3166-1 alpha-2; empty at subscription level
 * @param agreementAcceptedAt null while the customer agreement is not accepted: no orders
 * @param delegatedToProvider whether the provider administers the customer's users
 * @param delegatedToReseller whether the customer-level reseller does
 * @param reseller the open customer-level association; null at subscription level
 * @param version for lost-update checks
 */
public record CustomerView(
        RelationshipId id,
        OrganizationId provider,
        String providerName,
        OrganizationId customer,
        String name,
        String domain,
        String country,
        Qualification qualification,
        @Nullable Instant agreementAcceptedAt,
        boolean delegatedToProvider,
        boolean delegatedToReseller,
        @Nullable OrganizationId reseller,
        @Nullable String resellerName,
        Instant since,
        int version,
        Access access) {

    public boolean isThrough(Access expected) {
        return access == expected;
    }

    /** Whether the viewer sees more than the name. */
    public boolean isWhole() {
        return access != Access.RESELLER_SUBSCRIPTION_LEVEL;
    }

    public boolean agreementAccepted() {
        return agreementAcceptedAt != null;
    }

    /** Whether the viewer's organization administers the customer's users. */
    public boolean isAdministered() {
        return switch (access) {
            case PROVIDER -> delegatedToProvider;
            case RESELLER_CUSTOMER_LEVEL -> delegatedToReseller;
            case RESELLER_SUBSCRIPTION_LEVEL -> false;
            case CUSTOMER_ADMIN -> true;
        };
    }

    /**
     * Insists that the viewer holds the right for this customer.
     *
     * @throws Refusal forbidden, naming the right, if the viewer does not hold it for this customer
     */
    public void require(Viewer viewer, Right right) {
        if (!allows(viewer, right)) {
            throw Viewer.missing(right);
        }
    }

    /** Whether the viewer holds the right for this customer. */
    public boolean allows(Viewer viewer, Right right) {
        return isWhole() && viewer.may(right);
    }

    /** {@link #allows(Viewer, Right)} for templates. */
    public boolean allows(Viewer viewer, String right) {
        return allows(viewer, Right.valueOf(right));
    }

    /** The customer as a reseller at subscription level may know it. */
    CustomerView nameOnly() {
        return new CustomerView(
                id,
                provider,
                providerName,
                customer,
                name,
                "",
                "",
                qualification,
                agreementAcceptedAt,
                false,
                false,
                null,
                null,
                since,
                version,
                Access.RESELLER_SUBSCRIPTION_LEVEL);
    }

    CustomerView through(Access seen) {
        return new CustomerView(
                id,
                provider,
                providerName,
                customer,
                name,
                domain,
                country,
                qualification,
                agreementAcceptedAt,
                delegatedToProvider,
                delegatedToReseller,
                reseller,
                resellerName,
                since,
                version,
                seen);
    }
}
