package io.palier.subscription;

/** What ties a viewer's organization to a subscription; each is independent of the others (design, Actors and rights). */
public enum Association {
    /** The provider's own relationship with the customer. */
    PROVIDER,
    /** The reseller that looks after the customer as a whole. */
    CUSTOMER_LEVEL,
    /** The reseller credited for the subscription. */
    PARTNER_OF_RECORD,
    /** Whom the customer sees for help. */
    SUPPORT_CONTACT,
    /** The customer itself. */
    CUSTOMER
}
