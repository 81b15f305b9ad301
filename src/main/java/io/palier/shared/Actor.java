package io.palier.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, as the audit trail keeps it: ids only, so that a person can be erased.
 *
 * @param organization the organization acted for
 * @param account null when the system itself acted
 * @param application the API application used; null in the portal
 */
public record Actor(
        UUID organization, @Nullable UUID account, @Nullable UUID application) {

    public static Actor person(TypedId organization, TypedId account) {
        return new Actor(organization.value(), account.value(), null);
    }

    /** The system acting for an organization: an expiry, a scheduled end. */
    public static Actor system(TypedId organization) {
        return new Actor(organization.value(), null, null);
    }
}
