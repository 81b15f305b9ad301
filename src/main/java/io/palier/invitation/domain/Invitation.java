package io.palier.invitation.domain;

import io.palier.invitation.InvitationId;
import io.palier.invitation.InvitationMessage;
import io.palier.invitation.InvitationState;
import io.palier.invitation.Invited;
import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import io.palier.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request to one recipient with a personal link; draft, sent, opened, then answered or over. */
public final class Invitation {
    /** How long an invitation can be answered (issue of the portal: 30 days). */
    public static final Duration VALID = Duration.ofDays(30);

    private final InvitationId id;
    private final String purpose;
    private final OrganizationId sender;
    private final @Nullable OrganizationId companion;
    private final String recipient;
    private final Instant createdAt;
    private final int version;
    private final List<Happened> happened = new ArrayList<>();
    private Locale language;
    private InvitationMessage message;
    private InvitationState state;
    private Instant expiresAt;
    private @Nullable OrganizationId answeredBy;
    private @Nullable String reason;

    /** A line of the timeline yet to be written. */
    public record Happened(
            Instant at,
            String kind,
            @Nullable UUID organization,
            @Nullable UUID account,
            @Nullable String detail) {}

    Invitation(
            InvitationId id,
            String purpose,
            OrganizationId sender,
            @Nullable OrganizationId companion,
            String recipient,
            Locale language,
            InvitationMessage message,
            InvitationState state,
            Instant createdAt,
            Instant expiresAt,
            @Nullable OrganizationId answeredBy,
            @Nullable String reason,
            int version) {
        this.id = id;
        this.purpose = purpose;
        this.sender = sender;
        this.companion = companion;
        this.recipient = recipient;
        this.language = language;
        this.message = message;
        this.state = state;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
        this.answeredBy = answeredBy;
        this.reason = reason;
        this.version = version;
    }

    /**
     * A new request to one recipient, not sent yet.
     *
     * @param companion who asks jointly; null for nobody
     */
    public static Invitation draft(
            Actor actor,
            String purpose,
            OrganizationId sender,
            @Nullable OrganizationId companion,
            String recipient,
            Locale language,
            InvitationMessage message,
            Instant now) {
        var invitation = new Invitation(
                InvitationId.next(),
                purpose,
                sender,
                companion,
                recipient,
                language,
                message,
                InvitationState.DRAFT,
                now,
                now.plus(VALID),
                null,
                null,
                0);
        invitation.note(actor, now, "DRAFTED", null);
        return invitation;
    }

    /** Changes the message; no change, no line on the timeline. */
    public void write(Actor actor, Locale newLanguage, InvitationMessage newMessage, Instant now) {
        requireOpen(now);
        if (newMessage.equals(message) && newLanguage.equals(language)) {
            return;
        }
        language = newLanguage;
        message = newMessage;
        note(actor, now, "CHANGED", null);
    }

    /** Handed over, by mail server or by the person's own means; once it was, again is a reminder. */
    public void send(Actor actor, boolean mailed, Instant now) {
        requireOpen(now);
        var again = state != InvitationState.DRAFT;
        if (!again) {
            state = InvitationState.SENT;
        }
        note(actor, now, again ? "REMINDED" : mailed ? "MAILED" : "SENT", null);
    }

    /** Seen by a person; only the first time changes anything. Returns whether it did. */
    public boolean open(Actor actor, Instant now) {
        var opens = (state == InvitationState.DRAFT || state == InvitationState.SENT)
                && stateAt(now).isOpen();
        if (opens) {
            state = InvitationState.OPENED;
            note(actor, now, "OPENED", null);
        }
        return opens;
    }

    public void accept(Actor actor, OrganizationId by, Instant now) {
        requireOpen(now);
        state = InvitationState.ACCEPTED;
        answeredBy = by;
        note(actor, now, "ACCEPTED", null);
    }

    public void decline(Actor actor, OrganizationId by, String why, Instant now) {
        requireOpen(now);
        state = InvitationState.DECLINED;
        answeredBy = by;
        reason = why;
        note(actor, now, "DECLINED", why);
    }

    public void withdraw(Actor actor, Instant now) {
        requireOpen(now);
        state = InvitationState.WITHDRAWN;
        note(actor, now, "WITHDRAWN", null);
    }

    /** Makes it a draft again, good for another 30 days, with the same link. */
    public void resend(Actor actor, Instant now) {
        if (!stateAt(now).isResendable()) {
            throw Refusal.conflict("invitation.not-resendable");
        }
        if (stateAt(now) == InvitationState.EXPIRED && state != InvitationState.EXPIRED) {
            expire();
        }
        state = InvitationState.DRAFT;
        expiresAt = now.plus(VALID);
        note(actor, now, "RESENT", null);
    }

    /** Writes down that it has expired. */
    public void expire() {
        state = InvitationState.EXPIRED;
        note(Actor.system(sender), expiresAt, "EXPIRED", null);
    }

    /** An open invitation is over the moment its time is, also before that has been written down. */
    public InvitationState stateAt(Instant now) {
        return state.isOpen() && !now.isBefore(expiresAt) ? InvitationState.EXPIRED : state;
    }

    /**
     * Insists that it can still be answered.
     *
     * @throws Refusal gone, naming what it is instead of open
     */
    public void requireOpen(Instant now) {
        var present = stateAt(now);
        if (!present.isOpen()) {
            throw Refusal.gone("invitation." + present.name().toLowerCase(Locale.ROOT));
        }
    }

    private void note(Actor actor, Instant at, String kind, @Nullable String detail) {
        happened.add(new Happened(at, kind, actor.organization(), actor.account(), detail));
    }

    public InvitationId id() {
        return id;
    }

    public String purpose() {
        return purpose;
    }

    public OrganizationId sender() {
        return sender;
    }

    public @Nullable OrganizationId companion() {
        return companion;
    }

    public Invited invited() {
        return new Invited(id, sender, companion);
    }

    public String recipient() {
        return recipient;
    }

    public Locale language() {
        return language;
    }

    public InvitationMessage message() {
        return message;
    }

    public InvitationState state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable OrganizationId answeredBy() {
        return answeredBy;
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
