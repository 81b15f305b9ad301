package io.palier.invitation;

import io.palier.identity.Viewer;
import io.palier.invitation.InvitationView.Step;
import io.palier.invitation.domain.Invitation;
import io.palier.invitation.domain.InvitationLinks;
import io.palier.invitation.domain.InvitationStore;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationView;
import io.palier.organization.Organizations;
import io.palier.platform.mail.Mail;
import io.palier.platform.mail.MailMessage;
import io.palier.shared.Actor;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to invitations for those who send them. What is asked for, and which right that needs, the
 * {@link InvitationPurpose} says; only the sender changes an invitation, who asks jointly with it sees it.
 */
@Service
@Transactional
public class Invitations {
    private final InvitationStore store;
    private final InvitationLinks links;
    private final Purposes purposes;
    private final Reminder reminder;
    private final Organizations organizations;
    private final Mail mail;
    private final AuditTrail audit;
    private final Clock clock;

    Invitations(
            InvitationStore store,
            InvitationLinks links,
            Purposes purposes,
            Reminder reminder,
            Organizations organizations,
            Mail mail,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.purposes = purposes;
        this.reminder = reminder;
        this.organizations = organizations;
        this.mail = mail;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the viewer's organization asks for, alone or jointly; latest first, 25 a page; timelines left out. */
    @Transactional(readOnly = true)
    public Slice<InvitationView> list(Viewer viewer, String purpose, InvitationFilter filter, @Nullable Cursor after) {
        purposes.get(purpose).requireSeeing(viewer);
        var slice = store.list(viewer.organization(), purpose, filter, after, clock.instant());
        var named = organizations.byId(
                slice.rows().stream().flatMap(Invitations::involved).distinct().toList());
        return slice.map(invitation -> view(viewer, invitation, named, List.of()));
    }

    /**
     * One invitation with its link and its timeline.
     *
     * @throws Refusal not found, also for what others ask for
     */
    @Transactional(readOnly = true)
    public InvitationView get(Viewer viewer, InvitationId id) {
        var invitation = seen(viewer, id);
        var named = organizations.byId(involved(invitation).distinct().toList());
        return view(viewer, invitation, named, timeline(invitation));
    }

    /**
     * Drafts one invitation for each recipient, each with its own link. The caller has checked that the viewer may ask
     * for this.
     *
     * @param companion who asks jointly; null for nobody
     * @param recipients 1 to {@value Recipients#MOST} e-mail addresses
     * @param message in the recipients' language
     */
    public List<InvitationId> draft(
            Viewer viewer,
            String purpose,
            @Nullable OrganizationId companion,
            Collection<String> recipients,
            Locale language,
            InvitationMessage message) {
        if (recipients.isEmpty() || recipients.size() > Recipients.MOST) {
            throw Recipients.tooMany();
        }
        var ids = new ArrayList<InvitationId>();
        for (var recipient : recipients) {
            var invitation = Invitation.draft(
                    viewer.actor(),
                    purpose,
                    viewer.organization(),
                    companion,
                    recipient,
                    language,
                    message,
                    clock.instant());
            store.add(invitation);
            audit.record(entry(viewer.actor(), "drafted", invitation));
            ids.add(invitation.id());
        }
        return ids;
    }

    /**
     * Changes the message. The link belongs to it: a text without is not kept.
     *
     * @throws Refusal invalid, field {@code text}, if the link is missing; changed meanwhile; gone, if it is not open
     */
    public void write(Viewer viewer, InvitationId id, int version, String subject, String text) {
        var invitation = forChange(viewer, id, version);
        write(viewer, invitation, subject, text);
        store.save(invitation);
    }

    /** Starts the message anew with the standard text in this language. */
    public void translate(Viewer viewer, InvitationId id, int version, Locale language) {
        var invitation = forChange(viewer, id, version);
        var standard = purposes.get(invitation.purpose()).standard(viewer, id, language);
        invitation.write(viewer.actor(), language, standard, clock.instant());
        store.save(invitation);
    }

    /**
     * Starts the message anew as a reminder of what was sent; it is handed over like the first one.
     *
     * @throws Refusal conflict, if the recipient does not have it yet or has answered
     */
    public void remind(Viewer viewer, InvitationId id, int version) {
        var invitation = forChange(viewer, id, version);
        if (!invitation.stateAt(clock.instant()).isRemindable()) {
            throw Refusal.conflict("invitation.not-remindable");
        }
        var message = reminder.of(invitation, viewer);
        invitation.write(viewer.actor(), invitation.language(), message, clock.instant());
        store.save(invitation);
    }

    /** Keeps the message and notes that it was handed over by the person's own means. */
    public void done(Viewer viewer, InvitationId id, int version, String subject, String text) {
        var invitation = forChange(viewer, id, version);
        write(viewer, invitation, subject, text);
        handOver(viewer, invitation, false);
    }

    /**
     * Keeps the message and sends it by the installation's mail server.
     *
     * @throws Refusal conflict, if none is configured
     */
    public void send(Viewer viewer, InvitationId id, int version, String subject, String text) {
        if (!mail.isConfigured()) {
            throw Refusal.conflict("invitation.no-mail-server");
        }
        var invitation = forChange(viewer, id, version);
        write(viewer, invitation, subject, text);
        mail.send(new MailMessage(
                invitation.recipient(),
                viewer.signInName(),
                invitation.language(),
                invitation.message().subject(),
                invitation.message().text(),
                links.link(id)));
        handOver(viewer, invitation, true);
    }

    /** Whether {@link #send} can work at all. */
    @Transactional(readOnly = true)
    public boolean canSend() {
        return mail.isConfigured();
    }

    public void withdraw(Viewer viewer, InvitationId id, int version) {
        var invitation = forChange(viewer, id, version);
        invitation.withdraw(viewer.actor(), clock.instant());
        store.save(invitation);
        audit.record(entry(viewer.actor(), "withdrawn", invitation));
    }

    /** Makes it a draft again for another 30 days, with the same link. */
    public void resend(Viewer viewer, InvitationId id, int version) {
        var invitation = forChange(viewer, id, version);
        invitation.resend(viewer.actor(), clock.instant());
        store.save(invitation);
        audit.record(entry(viewer.actor(), "resent", invitation));
    }

    /** What the pages of this one need to know of its purpose. */
    @Transactional(readOnly = true)
    public InvitationPurpose purpose(InvitationView invitation) {
        return purposes.get(invitation.purpose());
    }

    /** What this one asks for, as {@link InvitationPurpose#asked} says it. */
    @Transactional(readOnly = true)
    public Object asked(Viewer viewer, InvitationId id) {
        var invitation = seen(viewer, id);
        return purposes.get(invitation.purpose()).asked(viewer, invitation.invited());
    }

    /** Writes down which have expired; up to 100 at a time, on whichever node comes first. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 15_000)
    public void expireDue() {
        for (var invitation : store.due(clock.instant())) {
            invitation.expire();
            store.save(invitation);
            audit.record(entry(Actor.system(invitation.sender()), "expired", invitation));
        }
    }

    private void write(Viewer viewer, Invitation invitation, String subject, String text) {
        var link = links.link(invitation.id());
        if (!text.contains(link)) {
            throw Refusal.invalid("text", "invitation.link-missing");
        }
        var body = text.replace("\r\n", "\n").replace('\r', '\n').replace(link, MailMessage.LINK);
        var message = new InvitationMessage(subject, body);
        invitation.write(viewer.actor(), invitation.language(), message, clock.instant());
    }

    private void handOver(Viewer viewer, Invitation invitation, boolean mailed) {
        invitation.send(viewer.actor(), mailed, clock.instant());
        store.save(invitation);
        audit.record(entry(viewer.actor(), "sent", invitation));
    }

    private Invitation forChange(Viewer viewer, InvitationId id, int version) {
        var invitation = seen(viewer, id);
        viewer.require(purposes.get(invitation.purpose()).asking(id));
        if (!invitation.sender().equals(viewer.organization())) {
            throw Refusal.conflict("invitation.not-the-sender");
        }
        if (invitation.version() != version) {
            throw Refusal.changedMeanwhile();
        }
        return invitation;
    }

    private Invitation seen(Viewer viewer, InvitationId id) {
        var invitation = store.find(id)
                .filter(found -> found.invited().isBy(viewer.organization()))
                .orElseThrow(Refusal::notFound);
        purposes.get(invitation.purpose()).requireSeeing(viewer);
        return invitation;
    }

    private List<Step> timeline(Invitation invitation) {
        var steps = new ArrayList<>(store.timeline(invitation.id()));
        if (invitation.stateAt(clock.instant()) == InvitationState.EXPIRED
                && invitation.state() != InvitationState.EXPIRED) {
            steps.add(new Step(invitation.expiresAt(), "EXPIRED", null, null));
        }
        return steps;
    }

    private static Stream<OrganizationId> involved(Invitation invitation) {
        return Stream.of(invitation.sender(), invitation.companion(), invitation.answeredBy())
                .filter(Objects::nonNull);
    }

    private InvitationView view(
            Viewer viewer, Invitation invitation, Map<OrganizationId, OrganizationView> named, List<Step> timeline) {
        var link = links.link(invitation.id());
        return new InvitationView(
                invitation.id(),
                invitation.purpose(),
                Objects.requireNonNullElse(name(named, invitation.sender()), ""),
                name(named, invitation.companion()),
                invitation.sender().equals(viewer.organization()),
                invitation.recipient(),
                invitation.language(),
                invitation.message().subject(),
                invitation.message().text().replace(MailMessage.LINK, link),
                link,
                invitation.stateAt(clock.instant()),
                invitation.createdAt(),
                invitation.expiresAt(),
                invitation.answeredBy(),
                name(named, invitation.answeredBy()),
                invitation.reason(),
                timeline,
                invitation.version());
    }

    private static @Nullable String name(
            Map<OrganizationId, OrganizationView> named, @Nullable OrganizationId organization) {
        var view = organization == null ? null : named.get(organization);
        return view == null ? null : view.name();
    }

    static AuditEntry entry(Actor actor, String what, Invitation invitation) {
        var purpose = invitation.purpose();
        var entry = AuditEntry.of(actor, purpose + "." + what, purpose, invitation.id())
                .concerning(invitation.sender())
                .change("state", null, invitation.state());
        var companion = invitation.companion();
        return companion == null ? entry : entry.concerning(companion);
    }
}
