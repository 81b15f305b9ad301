package io.palier.support;

import java.time.Duration;

/** How much a service request matters, with the time of the first response (portal reference 2.12). */
public enum Severity {
    /** A: work stands still. */
    CRITICAL("A", 2),
    /** B: work is hindered. */
    MODERATE("B", 4),
    /** C: a question, or a small fault. */
    MINIMAL("C", 8);

    private final String letter;
    private final int hours;

    Severity(String letter, int hours) {
        this.letter = letter;
        this.hours = hours;
    }

    /** The letter by which people know it. */
    public String letter() {
        return letter;
    }

    /** Hours until the first response. */
    public int hours() {
        return hours;
    }

    /** Time until the first response. */
    public Duration firstResponse() {
        return Duration.ofHours(hours);
    }
}
