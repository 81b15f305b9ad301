package io.palier.partner;

import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An enrollment.
 *
 * @param reason why it was refused
 * @param signedNumber version of the partner agreement signed last; null if none
 * @param ineligibility message key of why the reseller cannot enter partnerships; null if it can
 */
public record EnrollmentView(
        OrganizationId reseller,
        String name,
        String country,
        @Nullable String locationPartnerId,
        EnrollmentState state,
        Contact contact,
        Instant submittedAt,
        @Nullable Instant answeredAt,
        @Nullable String reason,
        @Nullable Integer signedNumber,
        @Nullable Instant signedAt,
        @Nullable String ineligibility,
        int version) {}
