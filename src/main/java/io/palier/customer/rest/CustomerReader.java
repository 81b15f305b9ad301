package io.palier.customer.rest;

import io.palier.api.Link;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.customer.rest.CustomerJson.RelationshipToPartner;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.organization.Organizations;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a customer together as the contract has it. */
@Component
class CustomerReader {
    private final Customers customers;
    private final Organizations organizations;

    CustomerReader(Customers customers, Organizations organizations) {
        this.customers = customers;
        this.organizations = organizations;
    }

    /** The viewer's relationship with a customer, which the contract knows by its organization. */
    RelationshipId relationship(Viewer viewer, OrganizationId customer) {
        return customers.relationship(viewer, customer);
    }

    CustomerJson whole(Viewer viewer, RelationshipId id, CustomerJson.@Nullable CredentialsJson credentials) {
        var customer = customers.get(viewer, id);
        return new CustomerJson(
                customer.customer(),
                id,
                company(viewer, id),
                billing(viewer, id),
                RelationshipToPartner.RESELLER,
                customer.isAdministered(),
                credentials,
                organizations.domains(customer.customer()),
                customer.reseller(),
                links(customer.customer()),
                CustomerJson.ATTRIBUTES);
    }

    CompanyProfileJson company(Viewer viewer, RelationshipId id) {
        var customer = customers.get(viewer, id);
        var account = customers.account(viewer, id);
        var organization = organizations.get(customer.customer());
        return CompanyProfileJson.whole(
                customer.customer(),
                customer.domain(),
                customer.name(),
                AddressJson.of(organization.address()),
                account.contact().email(),
                account.registrationNumber());
    }

    BillingProfileJson billing(Viewer viewer, RelationshipId id) {
        var customer = customers.get(viewer, id);
        return BillingProfileJson.of(
                customer,
                customers.account(viewer, id),
                organizations.get(customer.customer()).language());
    }

    private static Map<String, Link> links(OrganizationId customer) {
        var address = CustomerJson.address(customer);
        var links = new LinkedHashMap<String, Link>();
        links.put("self", Link.get(address));
        links.put("companyProfile", Link.get(address + "/profiles/company"));
        links.put("billingProfile", Link.get(address + "/profiles/billing"));
        return links;
    }
}
