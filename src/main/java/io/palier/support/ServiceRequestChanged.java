package io.palier.support;

import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note was written to a service request, or it got another status.
 *
 * @param customer whom it is about; null for who asked itself
 * @param by for whom it was done
 * @param after the status it has now
 */
public record ServiceRequestChanged(
        ServiceRequestId request,
        String number,
        OrganizationId openedFor,
        OrganizationId handler,
        @Nullable OrganizationId customer,
        OrganizationId by,
        RequestStatus before,
        RequestStatus after,
        Instant at)
        implements DomainEvent {}
