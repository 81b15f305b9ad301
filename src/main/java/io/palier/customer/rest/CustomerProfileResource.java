package io.palier.customer.rest;

import io.palier.api.ApiResource;
import io.palier.api.WithUser;
import io.palier.customer.Customers;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** A customer's profiles. */
@ApiResource
@RequestMapping("/v1/customers/{customer}/profiles")
class CustomerProfileResource {
    private final Customers customers;
    private final CustomerReader reader;
    private final BillingProfileChange change;

    CustomerProfileResource(Customers customers, CustomerReader reader, BillingProfileChange change) {
        this.customers = customers;
        this.reader = reader;
        this.change = change;
    }

    @GetMapping("/company")
    @WithUser
    CompanyProfileJson company(Viewer viewer, @PathVariable OrganizationId customer) {
        return reader.company(viewer, reader.relationship(viewer, customer));
    }

    @GetMapping("/billing")
    BillingProfileJson billing(Viewer viewer, @PathVariable OrganizationId customer) {
        return reader.billing(viewer, reader.relationship(viewer, customer));
    }

    /** The whole profile; its tag is read from {@code If-Match}, else from the body, else not asked for. */
    @PutMapping("/billing")
    BillingProfileJson change(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody BillingProfileJson body) {
        var id = reader.relationship(viewer, customer);
        var account = customers.account(viewer, id);
        var sent = body.attributes();
        BillingProfileJson.etag(customers.get(viewer, id), account)
                .requireMatch(match == null && sent != null ? sent.etag() : match);
        change.apply(viewer, id, account.version(), body);
        return reader.billing(viewer, id);
    }
}
