package io.palier.subscription;

/** What a subscription is worth to its users now (portal reference 3.6). */
public enum Status {
    ACTIVE,
    /** Users are locked out, data is kept for 90 days. */
    SUSPENDED,
    EXPIRED,
    CANCELED
}
