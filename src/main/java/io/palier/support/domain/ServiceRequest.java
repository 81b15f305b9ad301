package io.palier.support.domain;

import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import io.palier.shared.Refusal;
import io.palier.support.RequestStatus;
import io.palier.support.ServiceRequestId;
import io.palier.support.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A service request: asked once, then written to by both sides until one of them closes it; a note reopens it. */
public final class ServiceRequest {
    private final ServiceRequestId id;
    private final String number;
    private final Parties parties;
    private final int version;
    private final List<Note> notes = new ArrayList<>();
    private RequestStatus status;
    private @Nullable Instant firstResponseAt;
    private OrganizationId changedFor;
    private Instant changedAt;
    private @Nullable Instant closedAt;

    /**
     * A note yet to be kept.
     *
     * @param status what the request became with it; null if it stayed as it was
     */
    record Note(
            Actor actor,
            Instant at,
            @Nullable String text,
            @Nullable RequestStatus status) {}

    ServiceRequest(
            ServiceRequestId id,
            String number,
            Parties parties,
            RequestStatus status,
            @Nullable Instant firstResponseAt,
            OrganizationId changedFor,
            Instant changedAt,
            @Nullable Instant closedAt,
            int version) {
        this.id = id;
        this.number = number;
        this.parties = parties;
        this.status = status;
        this.firstResponseAt = firstResponseAt;
        this.changedFor = changedFor;
        this.changedAt = changedAt;
        this.closedAt = closedAt;
        this.version = version;
    }

    /** A new one, open. */
    public static ServiceRequest open(ServiceRequestId id, String number, Parties parties, Instant now) {
        return new ServiceRequest(id, number, parties, RequestStatus.OPEN, null, parties.openedFor(), now, null, 0);
    }

    /**
     * Writes a note, changes the status, or both at once. A note alone reopens what is closed, and an answer of who
     * asked gives what waited for it back. Nothing at all is no change.
     *
     * @param text null for no note
     * @param wanted null for the status that follows
     * @throws Refusal invalid, field {@code text}; conflict, if who asked wants to wait for itself
     */
    public void change(Actor actor, Side side, @Nullable String text, @Nullable RequestStatus wanted, Instant now) {
        var note = text == null ? null : Asked.text("text", text, Asked.LONGEST_TEXT);
        var next = wanted == null ? following(side, note) : wanted;
        if (next == RequestStatus.ATTENTION_NEEDED && side == Side.ASKING && status != next) {
            throw Refusal.conflict("support.attention-by-handler");
        }
        if (note == null && next == status) {
            return;
        }
        notes.add(new Note(actor, now, note, next == status ? null : next));
        if (note != null && side == Side.HANDLING && firstResponseAt == null) {
            firstResponseAt = now;
        }
        if (next == RequestStatus.CLOSED && status != next) {
            closedAt = now;
        }
        status = next;
        changedFor = new OrganizationId(actor.organization());
        changedAt = now;
    }

    private RequestStatus following(Side side, @Nullable String note) {
        if (note == null) {
            return status;
        }
        boolean answers = status == RequestStatus.ATTENTION_NEEDED && side == Side.ASKING;
        return answers || status == RequestStatus.CLOSED ? RequestStatus.OPEN : status;
    }

    /**
     * Insists that this is the version that was seen; null for any.
     *
     * @throws Refusal changed meanwhile
     */
    public void requireVersion(@Nullable Integer seen) {
        if (seen != null && !Objects.equals(seen, version)) {
            throw Refusal.changedMeanwhile();
        }
    }

    /** Whether anything has to be saved. */
    public boolean isChanged() {
        return !notes.isEmpty();
    }

    public ServiceRequestId id() {
        return id;
    }

    public String number() {
        return number;
    }

    public Parties parties() {
        return parties;
    }

    public RequestStatus status() {
        return status;
    }

    public @Nullable Instant firstResponseAt() {
        return firstResponseAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    OrganizationId changedFor() {
        return changedFor;
    }

    Instant changedAt() {
        return changedAt;
    }

    List<Note> notes() {
        return notes;
    }

    int version() {
        return version;
    }
}
