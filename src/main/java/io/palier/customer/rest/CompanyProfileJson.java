package io.palier.customer.rest;

import io.palier.api.Attributes;
import io.palier.api.Link;
import io.palier.organization.OrganizationId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who a customer is; read-only. */
record CompanyProfileJson(
        @Nullable OrganizationId tenantId,
        @Nullable String domain,
        @Nullable String companyName,
        @Nullable AddressJson address,
        @Nullable String email,
        @Nullable String organizationRegistrationNumber,
        @Nullable Map<String, Link> links,
        @Nullable Attributes attributes) {
    private static final Attributes ATTRIBUTES = Attributes.of("CustomerCompanyProfile");

    /** As it stands in lists. */
    static CompanyProfileJson brief(OrganizationId customer, String domain, String name) {
        return whole(customer, domain, name, null, null, null);
    }

    static CompanyProfileJson whole(
            OrganizationId customer,
            String domain,
            String name,
            @Nullable AddressJson address,
            @Nullable String email,
            @Nullable String registrationNumber) {
        return new CompanyProfileJson(
                customer,
                domain,
                name,
                address,
                email,
                registrationNumber,
                Link.self("/customers/" + customer + "/profiles/company"),
                ATTRIBUTES);
    }
}
