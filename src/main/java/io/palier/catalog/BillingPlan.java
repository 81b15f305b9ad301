package io.palier.catalog;

/** How often a term is charged. */
public enum BillingPlan {
    MONTHLY(1),
    ANNUAL(12),
    TRIENNIAL(36),
    /** Never: trials and free offers. */
    NONE(0);

    private final int months;

    BillingPlan(int months) {
        this.months = months;
    }

    /** Months from one charge to the next; 0 for none. */
    public int months() {
        return months;
    }
}
