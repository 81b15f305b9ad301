package io.palier.identity;

import io.palier.organization.OrganizationId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person in an organization.
 *
 * @param status whether the membership counts; deleted ones can be restored for 30 days after {@code statusSince}
 */
public record UserView(
        MembershipId id,
        AccountId account,
        OrganizationId organization,
        String signInName,
        @Nullable String contactEmail,
        String firstName,
        String lastName,
        String displayName,
        Set<Role> roles,
        Status status,
        Instant statusSince,
        int version) {

    /** What a membership is worth now. */
    public enum Status {
        ACTIVE,
        DEACTIVATED,
        DELETED
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }
}
