package io.palier.application.token;

import io.palier.identity.SignedIn;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grant as kept.
 *
 * @param principalName the account's id; the application's until a person has agreed on another device
 * @param membership the person's in the application's organization; null if there is none
 * @param authorizationUri null for a grant begun on another device
 */
record GrantRow(
        UUID id,
        UUID application,
        String grantType,
        String principalName,
        @Nullable UUID account,
        @Nullable UUID membership,
        boolean secondFactor,
        @Nullable String authorizationUri,
        @Nullable String redirectAddress,
        @Nullable String state,
        Set<String> requestedScopes,
        Set<String> authorizedScopes,
        Map<String, Object> parameters) {

    Optional<SignedIn> signedIn() {
        return account == null
                ? Optional.empty()
                : Optional.of(new SignedIn(account, membership == null ? new UUID(0, 0) : membership));
    }
}
