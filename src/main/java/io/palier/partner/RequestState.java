package io.palier.partner;

/** Where a partnership request stands. */
public enum RequestState {
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

    /** Whether the provider can ask again with the same link. */
    public boolean isResendable() {
        return this != ACCEPTED && this != DECLINED && this != DRAFT;
    }
}
