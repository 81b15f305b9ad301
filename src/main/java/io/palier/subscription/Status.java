package io.palier.subscription;

/** What a subscription is worth to its users now (portal reference 3.6). */
public enum Status {
    ACTIVE,
    /** Users are locked out, data is kept for 90 days. */
    SUSPENDED,
    /** Its term ended without renewal; data is kept for 120 days. */
    EXPIRED,
    /** Given back within 7 days of the term's start. */
    CANCELED,
    /** Its data is lost. */
    DELETED
}
