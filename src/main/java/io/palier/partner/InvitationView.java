package io.palier.partner;

import java.time.Instant;
import java.util.List;

/**
 * What a request's link shows: who asks for what, and what stands in the way of the viewer accepting it.
 *
 * @param providerCountry ISO 3166-1 alpha-2
 * @param state open, or what it is instead
 * @param ownAnswer whether the viewer's organization gave the answer
 * @param signedIn whether anybody is signed in
 * @param obstacles message keys {@code partner.invitation.obstacle.<code>}; empty if the viewer can accept
 */
public record InvitationView(
        PartnershipRequestId id,
        String providerName,
        String providerCountry,
        RequestState state,
        Instant expiresAt,
        boolean ownAnswer,
        boolean signedIn,
        List<String> obstacles) {

    public boolean isAcceptable() {
        return signedIn && obstacles.isEmpty();
    }
}
