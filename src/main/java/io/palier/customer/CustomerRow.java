package io.palier.customer;

import io.palier.organization.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the customer list. */
public record CustomerRow(
        RelationshipId id,
        OrganizationId customer,
        String name,
        String sortName,
        String domain,
        String providerName,
        @Nullable String resellerName,
        String contactName,
        String contactEmail,
        boolean agreementAccepted,
        Instant since) {}
