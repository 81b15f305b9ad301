package io.palier.partner;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.invitation.InvitationId;
import io.palier.invitation.InvitationMessage;
import io.palier.invitation.InvitationPurpose;
import io.palier.invitation.Invited;
import io.palier.organization.Organizations;
import io.palier.organization.Region;
import io.palier.partner.domain.Eligibility;
import io.palier.platform.mail.MailMessage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Partnership requests among invitations: a provider asks a reseller, which has to be enrolled and of the same region. */
@Component
class PartnershipPurpose implements InvitationPurpose {
    static final String CODE = "partnership-request";

    private final Organizations organizations;
    private final Partnerships partnerships;
    private final Eligibility eligibility;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PartnershipPurpose(
            Organizations organizations,
            Partnerships partnerships,
            Eligibility eligibility,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.organizations = organizations;
        this.partnerships = partnerships;
        this.eligibility = eligibility;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** Who would like to be whose provider. */
    record Asked(String provider, String country) {}

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String list() {
        return "/resellers?tab=requests";
    }

    @Override
    public String afterwards() {
        return "/providers";
    }

    @Override
    public String template() {
        return "partner/invitation";
    }

    @Override
    public void requireSeeing(Viewer viewer) {
        Partnerships.requireProvider(viewer, Right.SEE_PARTNERSHIPS);
    }

    @Override
    public Right asking(InvitationId id) {
        return Right.REQUEST_PARTNERSHIP;
    }

    @Override
    public Right answering() {
        return Right.ACCEPT_PARTNERSHIP;
    }

    @Override
    public InvitationMessage standard(Viewer viewer, InvitationId id, Locale language) {
        return standard(viewer, language);
    }

    InvitationMessage standard(Viewer viewer, Locale language) {
        return new InvitationMessage(
                messages.getMessage(
                        "partner.request.standard-subject", new Object[] {viewer.organizationName()}, language),
                messages.getMessage(
                        "partner.request.standard-text",
                        new Object[] {viewer.organizationName(), viewer.displayName(), MailMessage.LINK},
                        language));
    }

    @Override
    public Object asked(@Nullable Viewer viewer, Invited invited) {
        var provider = organizations.get(invited.sender());
        return new Asked(provider.name(), provider.address().country());
    }

    @Override
    public List<String> obstacles(Viewer viewer, Invited invited) {
        var obstacles = new ArrayList<String>();
        eligibility.missing(viewer.organization()).ifPresent(reason -> obstacles.add("not-eligible"));
        var own = organizations.get(viewer.organization());
        var provider = organizations.get(invited.sender());
        if (!Region.isSame(own.address().country(), provider.address().country())) {
            obstacles.add("region");
        }
        if (partnerships.isActive(provider.id(), viewer.organization())) {
            obstacles.add("already");
        }
        return obstacles;
    }

    @Override
    public void accept(Viewer viewer, Invited invited, @Nullable UUID agreement) {
        partnerships.establish(viewer.actor(), invited.sender(), viewer.organization(), false, invited.id());
        events.publishEvent(new PartnershipRequestAnswered(
                invited.id(), invited.sender(), viewer.organization(), true, null, clock.instant()));
    }

    @Override
    public void decline(Viewer viewer, Invited invited, String reason) {
        events.publishEvent(new PartnershipRequestAnswered(
                invited.id(), invited.sender(), viewer.organization(), false, reason, clock.instant()));
    }
}
