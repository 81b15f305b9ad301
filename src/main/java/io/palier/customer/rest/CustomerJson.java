package io.palier.customer.rest;

import io.palier.api.Attributes;
import io.palier.api.Link;
import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer (accounts contract 4). Lists hold less than a single one, and only the answer to adding one holds
 * credentials.
 */
record CustomerJson(
        @Nullable OrganizationId id,
        @Nullable RelationshipId commerceId,
        @Nullable CompanyProfileJson companyProfile,
        @Nullable BillingProfileJson billingProfile,
        @Nullable RelationshipToPartner relationshipToPartner,
        @Nullable Boolean allowDelegatedAccess,
        @Nullable CredentialsJson userCredentials,
        @Nullable List<String> customDomains,
        @Nullable OrganizationId associatedPartnerId,
        @Nullable Map<String, Link> links,
        @Nullable Attributes attributes) {
    static final Attributes ATTRIBUTES = Attributes.of("Customer");

    /** What the customer is to the caller, in the contract's order. */
    enum RelationshipToPartner {
        UNKNOWN,
        RESELLER,
        ADVISOR,
        SYNDICATION,
        MICROSOFT_SUPPORT,
        NONE
    }

    /** Shown once. */
    record CredentialsJson(String userName, String password) {}

    static String address(OrganizationId customer) {
        return "/customers/" + customer;
    }
}
