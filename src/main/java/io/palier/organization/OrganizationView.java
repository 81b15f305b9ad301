package io.palier.organization;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An organization as others see it.
 *
 * @param currency ISO 4217, of providers and their prices; null for other kinds
 * @param locationPartnerId of partners; the id that counts for transactions and incentives
 * @param version for lost-update checks
 */
public record OrganizationView(
        OrganizationId id,
        OrganizationKind kind,
        String name,
        Address address,
        Locale language,
        @Nullable String currency,
        @Nullable String locationPartnerId,
        SupportProfile support,
        Status status,
        @Nullable String statusReason,
        Instant createdAt,
        int version) {

    /** Whether the operator lets the organization act. */
    public enum Status {
        ACTIVE,
        SUSPENDED
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }
}
