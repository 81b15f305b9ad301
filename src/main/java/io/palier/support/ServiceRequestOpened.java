package io.palier.support;

import io.palier.organization.OrganizationId;
import io.palier.shared.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for help.
 *
 * @param customer whom it is about; null for who asks itself
 */
public record ServiceRequestOpened(
        ServiceRequestId request,
        String number,
        OrganizationId openedFor,
        OrganizationId handler,
        @Nullable OrganizationId customer,
        Severity severity,
        Instant at)
        implements DomainEvent {}
