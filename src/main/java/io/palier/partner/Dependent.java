package io.palier.partner;

import java.util.UUID;

/** Something that hangs on a partnership, by name, for the page that asks what is to become of it. */
public record Dependent(Kind kind, String name, UUID id) {

    /** What it is; each kind is decided on by itself when the partnership is removed. */
    public enum Kind {
        /** A customer whose account the reseller manages. */
        CUSTOMER,
        /** A subscription the reseller is partner of record of. */
        SUBSCRIPTION,
        /** A subscription the reseller is the designated support contact of. */
        SUPPORT_CONTACT
    }
}
