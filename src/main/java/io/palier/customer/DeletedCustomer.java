package io.palier.customer;

import io.palier.organization.OrganizationId;

/**
 * What is deleted of a customer.
 *
 * @param whole whether its organization goes too, because no other provider has or had it
 */
public record DeletedCustomer(
        RelationshipId relationship, OrganizationId provider, OrganizationId customer, boolean whole) {}
