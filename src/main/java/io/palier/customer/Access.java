package io.palier.customer;

/** Through what a viewer sees a customer (design, Actors and rights). */
public enum Access {
    /** The provider's own relationship. */
    PROVIDER,
    /** A reseller that looks after the customer as a whole. */
    RESELLER_CUSTOMER_LEVEL,
    /** A reseller that has one or more of its subscriptions: sees the customer's name, nothing else here. */
    RESELLER_SUBSCRIPTION_LEVEL,
    /** The customer itself. */
    CUSTOMER_ADMIN
}
