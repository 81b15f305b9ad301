package io.palier.application;

import io.palier.identity.MembershipId;
import io.palier.identity.Role;
import io.palier.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A registered application.
 *
 * @param membership what it acts by when no person does
 * @param redirectAddresses where people's browsers may be sent back to
 * @param roles what it may do by itself
 * @param serviceAccount whether what it does by itself counts as app+user
 * @param lastUsedAt when it last got a token
 * @param secrets newest first, without those revoked
 */
public record ApplicationView(
        ApplicationId id,
        OrganizationId organization,
        MembershipId membership,
        String name,
        Kind kind,
        List<String> redirectAddresses,
        Set<Role> roles,
        boolean serviceAccount,
        Instant createdAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        List<SecretView> secrets,
        int version) {

    /** Whether the application can keep a secret: a program on a server can, one on people's devices cannot. */
    public enum Kind {
        CONFIDENTIAL,
        PUBLIC
    }

    public boolean isConfidential() {
        return kind == Kind.CONFIDENTIAL;
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }
}
