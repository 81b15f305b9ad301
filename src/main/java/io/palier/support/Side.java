package io.palier.support;

/** On which side of a service request an organization stands. */
public enum Side {
    /** It asked. */
    ASKING,
    /** It was asked, or answers for the customer it is about. */
    HANDLING
}
