package io.palier.customer;

import io.palier.organization.OrganizationId;

/** Who sees a customer only through one of its subscriptions; implemented by the module that holds them. */
public interface SubscriptionLevel {
    /** Whether the reseller now is partner of record or support contact of a subscription of this relationship. */
    boolean reaches(OrganizationId reseller, RelationshipId relationship);
}
