package io.palier.catalog;

/** How long a subscription runs before it ends or renews; ISO 8601 durations. */
public enum Term {
    P1M(1),
    P1Y(12),
    P3Y(36);

    private final int months;

    Term(int months) {
        this.months = months;
    }

    public int months() {
        return months;
    }
}
