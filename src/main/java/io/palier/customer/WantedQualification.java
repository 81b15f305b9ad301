package io.palier.customer;

import org.jspecify.annotations.Nullable;

/**
 * A special standing that a provider gives a customer.
 *
 * @param educationSegment for education only
 * @param validationCode under which somebody else has examined it; up to 100 characters
 * @param website by which it can be told; up to 200 characters
 */
public record WantedQualification(
        Qualification qualification,
        @Nullable EducationSegment educationSegment,
        @Nullable String validationCode,
        @Nullable String website) {

    /** Which kind of school. */
    public enum EducationSegment {
        K12,
        HIGHER_EDUCATION
    }

    /** Whether more is known than the qualification itself. */
    boolean saysMore() {
        return educationSegment != null || validationCode != null || website != null;
    }

    public static WantedQualification of(Qualification qualification) {
        return new WantedQualification(qualification, null, null, null);
    }
}
