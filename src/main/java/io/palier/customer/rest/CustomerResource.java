package io.palier.customer.rest;

import io.palier.api.ApiResource;
import io.palier.api.Fault;
import io.palier.api.FieldFilter;
import io.palier.api.Link;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import io.palier.api.Reveals;
import io.palier.api.WithUser;
import io.palier.application.Caller;
import io.palier.customer.AddedCustomer;
import io.palier.customer.CustomerDeletion;
import io.palier.customer.CustomerFilter;
import io.palier.customer.CustomerResellers;
import io.palier.customer.CustomerRow;
import io.palier.customer.Customers;
import io.palier.customer.NewCustomer;
import io.palier.customer.Qualification;
import io.palier.customer.rest.CustomerJson.RelationshipToPartner;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.web.Languages;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Customers: list, read, add, and end the relationship with one. */
@ApiResource
@RequestMapping("/v1/customers")
class CustomerResource {
    private static final int KEY_PARTS = 2;

    private final Customers customers;
    private final CustomerResellers resellers;
    private final CustomerDeletion deletion;
    private final CustomerReader reader;

    CustomerResource(
            Customers customers, CustomerResellers resellers, CustomerDeletion deletion, CustomerReader reader) {
        this.customers = customers;
        this.resellers = resellers;
        this.deletion = deletion;
        this.reader = reader;
    }

    @GetMapping
    Page<CustomerJson> list(Viewer viewer, ListRequest request) {
        var filter = filter(request.filter());
        return request.page(
                KEY_PARTS, (after, limit) -> customers.list(viewer, filter, after, limit), CustomerResource::brief);
    }

    private static CustomerFilter filter(@Nullable FieldFilter filter) {
        if (filter == null) {
            return CustomerFilter.ALL;
        }
        boolean begins = filter.operator() == FieldFilter.Operator.STARTS_WITH;
        if (!begins
                && (filter.operator() != FieldFilter.Operator.EQUALS
                        || !filter.foldedField().startsWith("indirect"))) {
            throw filter.unsupported();
        }
        return switch (filter.foldedField()) {
            case "companyname" -> CustomerFilter.nameStartsWith(filter.value());
            case "domain", "domainname" -> CustomerFilter.domainStartsWith(filter.value());
            case "indirectreseller" -> CustomerFilter.ofReseller(id(filter));
            case "indirectcloudsolutionprovider" -> CustomerFilter.ofProvider(id(filter));
            default -> throw filter.unsupported();
        };
    }

    private static OrganizationId id(FieldFilter filter) {
        try {
            return new OrganizationId(java.util.UUID.fromString(filter.value().strip()));
        } catch (IllegalArgumentException none) {
            throw new Fault(Fault.Code.INVALID_PROPERTY, "The value is no id of an organization.", filter.field());
        }
    }

    private static CustomerJson brief(CustomerRow row) {
        return new CustomerJson(
                row.customer(),
                null,
                CompanyProfileJson.brief(row.customer(), row.domain(), row.name()),
                null,
                RelationshipToPartner.RESELLER,
                null,
                null,
                null,
                null,
                Link.self(CustomerJson.address(row.customer())),
                CustomerJson.ATTRIBUTES);
    }

    @GetMapping("/{customer}")
    CustomerJson get(Viewer viewer, @PathVariable OrganizationId customer) {
        return reader.whole(viewer, reader.relationship(viewer, customer), null);
    }

    /** Adds a customer; with {@code associatedPartnerId} on behalf of that indirect reseller. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Reveals("userCredentials")
    CustomerJson add(Caller caller, @RequestBody CustomerJson body) {
        if (body.associatedPartnerId() != null && !caller.withUser()) {
            throw new Fault(Fault.Code.FORBIDDEN, "Adding a customer for a reseller needs an app+user token.");
        }
        var viewer = caller.viewer();
        return answer(viewer, customers.add(viewer, wanted(body)));
    }

    private CustomerJson answer(Viewer viewer, AddedCustomer added) {
        var signIn = added.admin().signInName();
        return reader.whole(
                viewer,
                added.relationship(),
                new CustomerJson.CredentialsJson(
                        signIn.substring(0, signIn.indexOf('@')), added.admin().password()));
    }

    private static NewCustomer wanted(CustomerJson body) {
        var company = required(body.companyProfile(), "companyProfile");
        var billing = required(body.billingProfile(), "billingProfile");
        var address = required(billing.defaultAddress(), "billingProfile.defaultAddress");
        var domain = Texts.orEmpty(company.domain());
        int dot = domain.indexOf('.');
        var name = Texts.orNull(billing.companyName());
        return new NewCustomer(
                name == null ? Texts.orEmpty(company.companyName()) : name,
                address.address(),
                dot < 0 ? domain : domain.substring(0, dot),
                dot < 0 ? "" : domain.substring(dot + 1),
                address.contact(billing.email()),
                Languages.find(billing.language()).orElse(Locale.ENGLISH),
                Texts.orNull(company.organizationRegistrationNumber()),
                Qualification.NONE,
                null,
                body.associatedPartnerId());
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new Fault(Fault.Code.INVALID_PROPERTY, field + " is missing.", field);
        }
        return value;
    }

    /** Deletes all that the caller has with the customer; in demo and sandbox installations only. */
    @DeleteMapping("/{customer}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Viewer viewer, @PathVariable OrganizationId customer) {
        deletion.delete(viewer, reader.relationship(viewer, customer));
    }

    /** Removes the reseller relationship; the contract knows no other change. */
    @PatchMapping("/{customer}")
    @WithUser
    CustomerJson patch(Viewer viewer, @PathVariable OrganizationId customer, @RequestBody CustomerJson body) {
        if (body.relationshipToPartner() != RelationshipToPartner.NONE) {
            throw new Fault(
                    Fault.Code.UNSUPPORTED,
                    "Only relationshipToPartner can be changed, to none.",
                    "relationshipToPartner");
        }
        var relationship = reader.relationship(viewer, customer);
        resellers.remove(
                viewer, relationship, customers.get(viewer, relationship).version());
        return new CustomerJson(
                customer,
                null,
                null,
                null,
                RelationshipToPartner.NONE,
                null,
                null,
                List.of(),
                null,
                null,
                CustomerJson.ATTRIBUTES);
    }
}
