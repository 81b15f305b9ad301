package io.palier.catalog;

/** The kind of customer a price is for. */
public enum Segment {
    COMMERCIAL,
    EDUCATION,
    CHARITY,
    GOVERNMENT
}
