package io.palier.partner;

import io.palier.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A partnership request as its provider sees it.
 *
 * @param recipient e-mail address
 * @param text the message, the link in it
 * @param link what the recipient follows; personal to this request
 * @param reseller who answered; null before
 * @param reason why it was declined
 * @param timeline oldest first; empty in lists
 * @param version for lost-update checks
 */
public record PartnershipRequestView(
        PartnershipRequestId id,
        String recipient,
        Locale language,
        String subject,
        String text,
        String link,
        RequestState state,
        Instant createdAt,
        Instant expiresAt,
        @Nullable OrganizationId reseller,
        @Nullable String resellerName,
        @Nullable String reason,
        List<Step> timeline,
        int version) {

    /**
     * Something that happened to the request.
     *
     * @param kind {@code DRAFTED}, {@code CHANGED}, {@code SENT}, {@code MAILED}, {@code RESENT}, {@code OPENED},
     *     {@code ACCEPTED}, {@code DECLINED}, {@code EXPIRED} or {@code WITHDRAWN}
     * @param who name of the organization, if one did it
     * @param detail a reason
     */
    public record Step(
            Instant at,
            String kind,
            @Nullable String who,
            @Nullable String detail) {}
}
