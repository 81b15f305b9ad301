package io.palier.invitation;

import io.palier.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as its sender, or the organization that asks with it, sees it.
 *
 * @param purpose code of the {@link InvitationPurpose}
 * @param companionName who asks jointly with the sender; null for nobody
 * @param isOwn whether the viewer's organization is the sender, who alone changes it
 * @param recipient e-mail address
 * @param text the message, the link in it
 * @param link what the recipient follows; personal to this invitation
 * @param answeredBy who answered; null before
 * @param reason why it was declined
 * @param timeline oldest first; empty in lists
 * @param version for lost-update checks
 */
public record InvitationView(
        InvitationId id,
        String purpose,
        String senderName,
        @Nullable String companionName,
        boolean isOwn,
        String recipient,
        Locale language,
        String subject,
        String text,
        String link,
        InvitationState state,
        Instant createdAt,
        Instant expiresAt,
        @Nullable OrganizationId answeredBy,
        @Nullable String answeredByName,
        @Nullable String reason,
        List<Step> timeline,
        int version) {

    /**
     * Something that happened to the invitation.
     *
     * @param kind {@code DRAFTED}, {@code CHANGED}, {@code SENT}, {@code MAILED}, {@code REMINDED}, {@code RESENT},
     *     {@code OPENED}, {@code ACCEPTED}, {@code DECLINED}, {@code EXPIRED} or {@code WITHDRAWN}
     * @param who name of the organization, if one did it
     * @param detail a reason
     */
    public record Step(
            Instant at,
            String kind,
            @Nullable String who,
            @Nullable String detail) {}
}
