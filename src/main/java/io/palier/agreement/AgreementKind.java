package io.palier.agreement;

/** Who an agreement is for. */
public enum AgreementKind {
    /** What providers and resellers sign before they take part. */
    PARTNER,
    /** What a customer accepts before anything is ordered for it. */
    CUSTOMER
}
