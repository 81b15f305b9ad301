package io.palier.support;

/** Where a service request stands (portal reference 3.8); a note reopens a closed one. */
public enum RequestStatus {
    /** Who handles it is to act. */
    OPEN,
    /** Who asked is to answer. */
    ATTENTION_NEEDED,
    CLOSED
}
