package io.palier.invitation;

/** Where an invitation stands. */
public enum InvitationState {
    /** Written, not yet handed over. */
    DRAFT,
    /** Handed over by mail program, clipboard or mail server. */
    SENT,
    /** Seen by somebody who signed in; machines that look at links do not count. */
    OPENED,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    WITHDRAWN;

    /** Whether the link can still be answered. */
    public boolean isOpen() {
        return this == DRAFT || this == SENT || this == OPENED;
    }

    /** Whether the sender can ask again with the same link. */
    public boolean isResendable() {
        return this != ACCEPTED && this != DECLINED && this != DRAFT;
    }

    /** Whether the recipient has the link and can be reminded of it. */
    public boolean isRemindable() {
        return this == SENT || this == OPENED;
    }
}
