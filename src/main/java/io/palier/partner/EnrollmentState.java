package io.palier.partner;

/** What the operator said to an enrollment. */
public enum EnrollmentState {
    PENDING,
    APPROVED,
    REFUSED
}
