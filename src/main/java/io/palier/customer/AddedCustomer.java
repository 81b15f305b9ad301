package io.palier.customer;

import io.palier.identity.TemporaryPassword;
import io.palier.organization.OrganizationId;

/**
 * What comes of adding a customer.
 *
 * @param admin the first admin's sign-in name and password, to be shown once
 */
public record AddedCustomer(RelationshipId relationship, OrganizationId customer, TemporaryPassword admin) {}
