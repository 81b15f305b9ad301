package io.palier.subscription.rest;

import io.palier.subscription.Status;
import java.util.List;

/** What every client knows of a subscription's state, in the contract's order (commerce contract 0, old clients). */
enum SubscriptionStatus {
    NONE,
    ACTIVE,
    SUSPENDED,
    DELETED;

    /** An expired one reads as suspended: the Java client throws on newer words. */
    static SubscriptionStatus of(Status status) {
        return switch (status) {
            case ACTIVE -> ACTIVE;
            case SUSPENDED, EXPIRED -> SUSPENDED;
            case CANCELED, DELETED -> DELETED;
        };
    }

    static List<String> reasons(Status status) {
        return switch (status) {
            case SUSPENDED -> List.of("Partner");
            case EXPIRED -> List.of("Expiration");
            case ACTIVE, CANCELED, DELETED -> List.of();
        };
    }
}
