package io.palier.subscription;

/** In which order a list of subscriptions stands. */
public enum SubscriptionSort {
    NEWEST,
    /** Those whose term ends first, first. */
    ENDING,
    /** By what people call them. */
    NAME,
    /** By the customer's name. */
    CUSTOMER,
    /** Those with most licenses first. */
    QUANTITY
}
