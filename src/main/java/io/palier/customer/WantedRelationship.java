package io.palier.customer;

import io.palier.organization.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks an existing customer for.
 *
 * @param reseller who is to look after the customer for the provider; null for the provider alone
 * @param delegated with delegated administration; else commerce only
 */
public record WantedRelationship(
        OrganizationId provider, @Nullable OrganizationId reseller, boolean delegated) {}
