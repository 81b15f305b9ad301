package io.palier.partner;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationView;
import io.palier.organization.Organizations;
import io.palier.partner.PartnershipRequestView.Step;
import io.palier.partner.domain.InvitationLinks;
import io.palier.partner.domain.PartnershipRequest;
import io.palier.partner.domain.PartnershipRequestStore;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to a provider's partnership requests. Every change needs {@link Right#REQUEST_PARTNERSHIP}. */
@Service
@Transactional
public class PartnershipRequests {
    /** How many resellers can be asked at once. */
    public static final int RECIPIENTS = 20;

    private final PartnershipRequestStore store;
    private final InvitationLinks links;
    private final Organizations organizations;
    private final Mail mail;
    private final MessageSource messages;
    private final AuditTrail audit;
    private final Clock clock;

    PartnershipRequests(
            PartnershipRequestStore store,
            InvitationLinks links,
            Organizations organizations,
            Mail mail,
            MessageSource messages,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.organizations = organizations;
        this.mail = mail;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** The viewer's requests, latest first, 25 a page; timelines left out. Needs {@link Right#SEE_PARTNERSHIPS}. */
    @Transactional(readOnly = true)
    public Slice<PartnershipRequestView> list(Viewer viewer, @Nullable Cursor after) {
        Partnerships.requireProvider(viewer, Right.SEE_PARTNERSHIPS);
        var slice = store.list(viewer.organization(), after);
        var resellers = organizations.byId(slice.rows().stream()
                .map(PartnershipRequest::reseller)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return slice.map(request -> {
            var reseller = request.reseller();
            return view(request, reseller == null ? null : resellers.get(reseller), List.of());
        });
    }

    /**
     * One request with its link and its timeline.
     *
     * @throws Refusal not found, also for another provider's request
     */
    @Transactional(readOnly = true)
    public PartnershipRequestView get(Viewer viewer, PartnershipRequestId id) {
        Partnerships.requireProvider(viewer, Right.SEE_PARTNERSHIPS);
        var request = own(viewer, id);
        var reseller = request.reseller();
        var name = reseller == null ? null : organizations.find(reseller).orElse(null);
        return view(request, name, timeline(request));
    }

    /**
     * Drafts one request for each recipient, in the recipients' language, each with its own link.
     *
     * @param recipients 1 to {@value #RECIPIENTS} e-mail addresses
     */
    public List<PartnershipRequestId> draft(Viewer viewer, Collection<String> recipients, Locale language) {
        Partnerships.requireProvider(viewer, Right.REQUEST_PARTNERSHIP);
        if (recipients.isEmpty() || recipients.size() > RECIPIENTS) {
            throw Refusal.invalid("recipients", "partnership-request.recipients", RECIPIENTS);
        }
        var ids = new ArrayList<PartnershipRequestId>();
        for (var recipient : recipients) {
            var request = PartnershipRequest.draft(
                    viewer.actor(),
                    viewer.organization(),
                    recipient,
                    language,
                    standardSubject(viewer, language),
                    standardText(viewer, language),
                    clock.instant());
            store.add(request);
            audit.record(entry(viewer.actor(), "drafted", request));
            ids.add(request.id());
        }
        return ids;
    }

    /**
     * Changes the message. The link belongs to it: a text without is not kept.
     *
     * @throws Refusal invalid, field {@code text}, if the link is missing; changed meanwhile; gone, if it is not open
     */
    public void write(Viewer viewer, PartnershipRequestId id, int version, String subject, String text) {
        var request = forChange(viewer, id, version);
        write(viewer, request, subject, text);
        store.save(request);
    }

    /** Starts the message anew with the standard text in this language. */
    public void translate(Viewer viewer, PartnershipRequestId id, int version, Locale language) {
        var request = forChange(viewer, id, version);
        request.write(
                viewer.actor(),
                language,
                standardSubject(viewer, language),
                standardText(viewer, language),
                clock.instant());
        store.save(request);
    }

    /** Keeps the message and notes that it was handed over by the person's own means. */
    public void done(Viewer viewer, PartnershipRequestId id, int version, String subject, String text) {
        var request = forChange(viewer, id, version);
        write(viewer, request, subject, text);
        handOver(viewer, request, false);
    }

    /**
     * Keeps the message and sends it by the installation's mail server.
     *
     * @throws Refusal conflict, if none is configured
     */
    public void send(Viewer viewer, PartnershipRequestId id, int version, String subject, String text) {
        if (!mail.isConfigured()) {
            throw Refusal.conflict("partnership-request.no-mail-server");
        }
        var request = forChange(viewer, id, version);
        write(viewer, request, subject, text);
        mail.send(new MailMessage(
                request.recipient(),
                viewer.signInName(),
                request.language(),
                request.subject(),
                request.body(),
                links.link(request.id())));
        handOver(viewer, request, true);
    }

    /** Whether {@link #send} can work at all. */
    @Transactional(readOnly = true)
    public boolean canSend() {
        return mail.isConfigured();
    }

    public void withdraw(Viewer viewer, PartnershipRequestId id, int version) {
        var request = forChange(viewer, id, version);
        request.withdraw(viewer.actor(), clock.instant());
        store.save(request);
        audit.record(entry(viewer.actor(), "withdrawn", request));
    }

    /** Makes the request a draft again for another 30 days, with the same link. */
    public void resend(Viewer viewer, PartnershipRequestId id, int version) {
        var request = forChange(viewer, id, version);
        request.resend(viewer.actor(), clock.instant());
        store.save(request);
        audit.record(entry(viewer.actor(), "resent", request));
    }

    /** Writes down which requests have expired; up to 100 at a time, on whichever node comes first. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 15_000)
    public void expireDue() {
        for (var request : store.due(clock.instant())) {
            request.expire();
            store.save(request);
            audit.record(entry(Actor.system(request.provider()), "expired", request));
        }
    }

    private void write(Viewer viewer, PartnershipRequest request, String subject, String text) {
        var link = links.link(request.id());
        if (!text.contains(link)) {
            throw Refusal.invalid("text", "partnership-request.link-missing");
        }
        var body = text.replace("\r\n", "\n").replace('\r', '\n').replace(link, MailMessage.LINK);
        request.write(viewer.actor(), request.language(), subject, body, clock.instant());
    }

    private void handOver(Viewer viewer, PartnershipRequest request, boolean mailed) {
        request.send(viewer.actor(), mailed, clock.instant());
        store.save(request);
        audit.record(entry(viewer.actor(), "sent", request));
    }

    private PartnershipRequest forChange(Viewer viewer, PartnershipRequestId id, int version) {
        Partnerships.requireProvider(viewer, Right.REQUEST_PARTNERSHIP);
        var request = own(viewer, id);
        if (request.version() != version) {
            throw Refusal.changedMeanwhile();
        }
        return request;
    }

    private PartnershipRequest own(Viewer viewer, PartnershipRequestId id) {
        return store.find(id)
                .filter(request -> request.provider().equals(viewer.organization()))
                .orElseThrow(Refusal::notFound);
    }

    private List<Step> timeline(PartnershipRequest request) {
        var steps = new ArrayList<>(store.timeline(request.id()));
        if (request.stateAt(clock.instant()) == RequestState.EXPIRED && request.state() != RequestState.EXPIRED) {
            steps.add(new Step(request.expiresAt(), "EXPIRED", null, null));
        }
        return steps;
    }

    private PartnershipRequestView view(
            PartnershipRequest request, @Nullable OrganizationView reseller, List<Step> timeline) {
        var link = links.link(request.id());
        return new PartnershipRequestView(
                request.id(),
                request.recipient(),
                request.language(),
                request.subject(),
                request.body().replace(MailMessage.LINK, link),
                link,
                request.stateAt(clock.instant()),
                request.createdAt(),
                request.expiresAt(),
                request.reseller(),
                reseller == null ? null : reseller.name(),
                request.reason(),
                timeline,
                request.version());
    }

    private String standardSubject(Viewer viewer, Locale language) {
        var subject = messages.getMessage(
                "partner.request.standard-subject", new Object[] {viewer.organizationName()}, language);
        return subject.length() > 200 ? subject.substring(0, 200) : subject;
    }

    private String standardText(Viewer viewer, Locale language) {
        return messages.getMessage(
                "partner.request.standard-text",
                new Object[] {viewer.organizationName(), viewer.displayName(), MailMessage.LINK},
                language);
    }

    static AuditEntry entry(Actor actor, String what, PartnershipRequest request) {
        return AuditEntry.of(actor, "partnership-request." + what, "partnership-request", request.id())
                .concerning(request.provider())
                .change("state", null, request.state());
    }
}
