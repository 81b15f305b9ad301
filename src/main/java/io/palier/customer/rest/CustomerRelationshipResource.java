package io.palier.customer.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.Page;
import io.palier.api.WithUser;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipRequests;
import io.palier.identity.UserView;
import io.palier.identity.Users;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.organization.Organizations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who looks after a customer, and the link by which an existing one is asked for a relationship. */
@ApiResource
@WithUser
class CustomerRelationshipResource {
    private final Customers customers;
    private final Organizations organizations;
    private final CustomerReader reader;
    private final RelationshipRequests requests;
    private final Users users;

    CustomerRelationshipResource(
            Customers customers,
            Organizations organizations,
            CustomerReader reader,
            RelationshipRequests requests,
            Users users) {
        this.customers = customers;
        this.organizations = organizations;
        this.reader = reader;
        this.requests = requests;
        this.users = users;
    }

    /** An indirect reseller of a customer. */
    record ResellerJson(
            OrganizationId id,
            String name,
            String relationshipType,
            String state,
            @Nullable String mpnId,
            String location,
            Attributes attributes) {}

    /** Where the customer's admin accepts. */
    record RequestJson(String url, Attributes attributes) {}

    @GetMapping("/v1/customers/{customer}/relationships")
    Page<ResellerJson> list(Viewer viewer, @PathVariable OrganizationId customer) {
        var reseller =
                customers.get(viewer, reader.relationship(viewer, customer)).reseller();
        return Page.of(reseller == null ? List.of() : List.of(json(reseller)));
    }

    private ResellerJson json(OrganizationId reseller) {
        var organization = organizations.get(reseller);
        return new ResellerJson(
                reseller,
                organization.name(),
                "is_indirect_cloud_solution_provider_of",
                "Active",
                organization.locationPartnerId(),
                organization.address().country(),
                Attributes.of("PartnerRelationship"));
    }

    /** A link to hand to one customer; the same until a customer has answered it. */
    @GetMapping("/v1/customers/relationshiprequests")
    RequestJson request(Viewer viewer) {
        var caller = users.find(viewer.organization(), viewer.membership())
                .map(UserView::signInName)
                .orElse(viewer.membership() + "@application.invalid");
        return new RequestJson(requests.link(viewer, caller), Attributes.of("RelationshipRequest"));
    }
}
