package io.palier.organization;

/** What part an organization plays in the two-tier chain. */
public enum OrganizationKind {
    /** Runs the installation: the vendor or distributor itself. */
    OPERATOR,
    /** Buys from the vendor, offers through resellers. */
    INDIRECT_PROVIDER,
    /** Serves customers, buys from providers. */
    INDIRECT_RESELLER,
    /** Uses the licenses. */
    CUSTOMER
}
