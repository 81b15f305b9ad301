package io.palier.partner.domain;

import io.palier.organization.OrganizationId;
import io.palier.partner.PartnershipRequestId;
import io.palier.partner.RequestState;
import io.palier.shared.Actor;
import io.palier.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A provider's request to one recipient to become partners; draft, sent, opened, then answered or over. */
public final class PartnershipRequest {
    /** How long a request can be answered (issue of the portal: 30 days). */
    public static final Duration VALID = Duration.ofDays(30);

    private final PartnershipRequestId id;
    private final OrganizationId provider;
    private final String recipient;
    private final Instant createdAt;
    private final int version;
    private final List<Happened> happened = new ArrayList<>();
    private Locale language;
    private String subject;
    private String body;
    private RequestState state;
    private Instant expiresAt;
    private @Nullable OrganizationId reseller;
    private @Nullable String reason;

    /** A line of the timeline yet to be written. */
    public record Happened(
            Instant at,
            String kind,
            @Nullable UUID organization,
            @Nullable UUID account,
            @Nullable String detail) {}

    PartnershipRequest(
            PartnershipRequestId id,
            OrganizationId provider,
            String recipient,
            Locale language,
            String subject,
            String body,
            RequestState state,
            Instant createdAt,
            Instant expiresAt,
            @Nullable OrganizationId reseller,
            @Nullable String reason,
            int version) {
        this.id = id;
        this.provider = provider;
        this.recipient = recipient;
        this.language = language;
        this.subject = subject;
        this.body = body;
        this.state = state;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
        this.reseller = reseller;
        this.reason = reason;
        this.version = version;
    }

    /**
     * A new request to one recipient, not sent yet.
     *
     * @param body holds the placeholder of the link
     */
    public static PartnershipRequest draft(
            Actor actor,
            OrganizationId provider,
            String recipient,
            Locale language,
            String subject,
            String body,
            Instant now) {
        var request = new PartnershipRequest(
                PartnershipRequestId.next(),
                provider,
                recipient,
                language,
                subject,
                body,
                RequestState.DRAFT,
                now,
                now.plus(VALID),
                null,
                null,
                0);
        request.note(actor, now, "DRAFTED", null);
        return request;
    }

    /** Changes the message; no change, no line on the timeline. */
    public void write(Actor actor, Locale newLanguage, String newSubject, String newBody, Instant now) {
        requireOpen(now);
        if (newSubject.equals(subject) && newBody.equals(body) && newLanguage.equals(language)) {
            return;
        }
        language = newLanguage;
        subject = newSubject;
        body = newBody;
        note(actor, now, "CHANGED", null);
    }

    /** Handed over: by mail server or by the person's own means. */
    public void send(Actor actor, boolean mailed, Instant now) {
        requireOpen(now);
        if (state == RequestState.DRAFT) {
            state = RequestState.SENT;
        }
        note(actor, now, mailed ? "MAILED" : "SENT", null);
    }

    /** Seen by a person; only the first time changes anything. Returns whether it did. */
    public boolean open(Actor actor, Instant now) {
        var opens = (state == RequestState.DRAFT || state == RequestState.SENT)
                && stateAt(now).isOpen();
        if (opens) {
            state = RequestState.OPENED;
            note(actor, now, "OPENED", null);
        }
        return opens;
    }

    public void accept(Actor actor, OrganizationId by, Instant now) {
        requireOpen(now);
        state = RequestState.ACCEPTED;
        reseller = by;
        note(actor, now, "ACCEPTED", null);
    }

    public void decline(Actor actor, OrganizationId by, String why, Instant now) {
        requireOpen(now);
        state = RequestState.DECLINED;
        reseller = by;
        reason = why;
        note(actor, now, "DECLINED", why);
    }

    public void withdraw(Actor actor, Instant now) {
        requireOpen(now);
        state = RequestState.WITHDRAWN;
        note(actor, now, "WITHDRAWN", null);
    }

    /** Makes it a draft again, good for another 30 days, with the same link. */
    public void resend(Actor actor, Instant now) {
        if (!stateAt(now).isResendable()) {
            throw Refusal.conflict("partnership-request.not-resendable");
        }
        if (stateAt(now) == RequestState.EXPIRED && state != RequestState.EXPIRED) {
            expire();
        }
        state = RequestState.DRAFT;
        expiresAt = now.plus(VALID);
        note(actor, now, "RESENT", null);
    }

    /** Writes down that it has expired. */
    public void expire() {
        state = RequestState.EXPIRED;
        note(Actor.system(provider), expiresAt, "EXPIRED", null);
    }

    /** An open request is over the moment its time is, also before that has been written down. */
    public RequestState stateAt(Instant now) {
        return state.isOpen() && !now.isBefore(expiresAt) ? RequestState.EXPIRED : state;
    }

    /**
     * Insists that the request can still be answered.
     *
     * @throws Refusal gone, naming what it is instead of open
     */
    public void requireOpen(Instant now) {
        var present = stateAt(now);
        if (!present.isOpen()) {
            throw Refusal.gone("partnership-request." + present.name().toLowerCase(Locale.ROOT));
        }
    }

    private void note(Actor actor, Instant at, String kind, @Nullable String detail) {
        happened.add(new Happened(at, kind, actor.organization(), actor.account(), detail));
    }

    public PartnershipRequestId id() {
        return id;
    }

    public OrganizationId provider() {
        return provider;
    }

    public String recipient() {
        return recipient;
    }

    public Locale language() {
        return language;
    }

    public String subject() {
        return subject;
    }

    public String body() {
        return body;
    }

    public RequestState state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable OrganizationId reseller() {
        return reseller;
    }

    public @Nullable String reason() {
        return reason;
    }

    public int version() {
        return version;
    }

    List<Happened> happened() {
        return happened;
    }
}
