package io.palier.support.domain;

import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a service request is between, and about whom.
 *
 * @param openedFor who asks
 * @param handledBy who is asked
 * @param provider whose customer it is about, or who asks itself; null for a reseller's own
 * @param customer whom it is about; null for who asks itself
 */
public record Parties(
        OrganizationId openedFor,
        OrganizationId handledBy,
        @Nullable OrganizationId provider,
        @Nullable OrganizationId customer,
        @Nullable RelationshipId relationship) {}
