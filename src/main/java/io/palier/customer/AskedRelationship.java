package io.palier.customer;

import io.palier.agreement.AgreementVersion;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is asked for, with names.
 *
 * @param providerCountry ISO 3166-1 alpha-2
 * @param resellerName null if the provider asks alone
 * @param delegated with delegated administration; else commerce only
 * @param replacedName the reseller that looks after the viewer's organization for this provider so far and would not any
 *     more; null if none would be replaced
 * @param agreement the customer agreement that is yet to be accepted for this provider; null if it is, or nobody who
 *     could accept looks
 */
public record AskedRelationship(
        String providerName,
        String providerCountry,
        @Nullable String resellerName,
        boolean delegated,
        @Nullable String replacedName,
        @Nullable AgreementVersion agreement) {

    public boolean isJoint() {
        return resellerName != null;
    }

    /** The end of the message key that says it in short: {@code alone}, {@code joint-delegated} and so on. */
    public String key() {
        return (isJoint() ? "joint" : "alone") + (delegated ? "-delegated" : "");
    }
}
