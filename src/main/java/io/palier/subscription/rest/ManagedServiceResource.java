package io.palier.subscription.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.Link;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import io.palier.api.WithUser;
import io.palier.customer.Customers;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.platform.Origin;
import io.palier.subscription.SubscriptionFilter;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The services that the caller may administer for a customer (accounts contract 4): its running subscriptions, each with
 * the page where it is managed; none without delegated administration.
 */
@ApiResource
@WithUser
class ManagedServiceResource {
    private static final int KEY_PARTS = 2;

    private final Subscriptions subscriptions;
    private final Customers customers;
    private final Origin origin;

    ManagedServiceResource(Subscriptions subscriptions, Customers customers, Origin origin) {
        this.subscriptions = subscriptions;
        this.customers = customers;
        this.origin = origin;
    }

    /** A service; its links are whole addresses, for people. */
    record ManagedServiceJson(
            String id, String name, String groupName, Map<String, Link> links, Attributes attributes) {}

    @GetMapping("/v1/customers/{customer}/managedservices")
    Page<ManagedServiceJson> list(Viewer viewer, @PathVariable OrganizationId customer, ListRequest request) {
        var relationship = customers.relationship(viewer, customer);
        if (!customers.get(viewer, relationship).isAdministered()) {
            return Page.of(List.of());
        }
        var filter = SubscriptionFilter.of(relationship);
        var all = request.page(KEY_PARTS, (after, limit) -> subscriptions.export(viewer, filter, after), seen -> seen);
        return Page.of(all.items().stream()
                .filter(SubscriptionView::isRunning)
                .map(this::json)
                .toList());
    }

    private ManagedServiceJson json(SubscriptionView seen) {
        var page = origin.get() + "/customers/" + seen.relationship() + "/subscriptions/" + seen.id();
        return new ManagedServiceJson(
                seen.id().toString(),
                seen.name(),
                seen.title(),
                Map.of("adminService", Link.get(page)),
                Attributes.of("ManagedService"));
    }
}
