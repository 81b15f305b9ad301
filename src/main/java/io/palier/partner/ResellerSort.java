package io.palier.partner;

/** The orders of the list of resellers. */
public enum ResellerSort {
    NAME,
    NAME_DESCENDING,
    SINCE,
    SINCE_DESCENDING,
    /** Latest end first; the order of ended partnerships. */
    ENDED;

    public boolean isByName() {
        return this == NAME || this == NAME_DESCENDING;
    }
}
