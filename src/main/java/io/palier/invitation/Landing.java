package io.palier.invitation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an invitation's link shows: who asks for what, and what stands in the way of the viewer accepting it.
 *
 * @param purpose code of the {@link InvitationPurpose}
 * @param template says what is asked, see {@link InvitationPurpose#template()}
 * @param afterwards address of the page after accepting
 * @param asked what is asked, for the template
 * @param senderCountry ISO 3166-1 alpha-2
 * @param state open, or what it is instead
 * @param ownAnswer whether the viewer's organization gave the answer
 * @param signedIn whether anybody is signed in
 * @param actingFor name of the viewer's organization; null if nobody is signed in
 * @param obstacles codes of refusals; empty if the viewer can accept
 */
public record Landing(
        InvitationId id,
        String purpose,
        String template,
        String afterwards,
        Object asked,
        String senderName,
        String senderCountry,
        InvitationState state,
        Instant expiresAt,
        boolean ownAnswer,
        boolean signedIn,
        @Nullable String actingFor,
        List<String> obstacles) {

    public boolean isAcceptable() {
        return signedIn && obstacles.isEmpty();
    }
}
