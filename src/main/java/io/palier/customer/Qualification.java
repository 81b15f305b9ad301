package io.palier.customer;

/** A special standing that opens offers to a customer; decides the catalog segment. */
public enum Qualification {
    NONE,
    EDUCATION,
    GOVERNMENT,
    NON_PROFIT
}
