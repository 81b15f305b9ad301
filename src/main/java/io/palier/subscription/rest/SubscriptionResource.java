package io.palier.subscription.rest;

import io.palier.api.ApiResource;
import io.palier.api.ClientKind;
import io.palier.api.Etag;
import io.palier.api.Link;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import io.palier.api.WithUser;
import io.palier.catalog.Catalog;
import io.palier.catalog.SkuId;
import io.palier.customer.Customers;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.subscription.SubscriptionFilter;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The subscriptions of a customer: lists by order and partner, one with its add-ons, and every change of one. */
@ApiResource
@RequestMapping("/v1/customers/{customer}/subscriptions")
class SubscriptionResource {
    private final Subscriptions subscriptions;
    private final Customers customers;
    private final SubscriptionPatch patch;
    private final Catalog catalog;

    SubscriptionResource(Subscriptions subscriptions, Customers customers, SubscriptionPatch patch, Catalog catalog) {
        this.subscriptions = subscriptions;
        this.customers = customers;
        this.patch = patch;
        this.catalog = catalog;
    }

    /** All of them, or those of an order, or those that a reseller is credited for. */
    @GetMapping
    Page<SubscriptionJson> list(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @RequestParam(required = false) @Nullable String orderId,
            @RequestParam(required = false) @Nullable String mpnId,
            ListRequest request,
            ClientKind client) {
        var filter = SubscriptionFilter.of(customers.relationship(viewer, customer));
        Predicate<SubscriptionView> wanted =
                seen -> (orderId == null || seen.order().toString().equalsIgnoreCase(orderId.strip()))
                        && (mpnId == null || mpnId.strip().equals(seen.resellerLocationId()));
        var all = request.page(2, (after, limit) -> subscriptions.export(viewer, filter, after), seen -> seen);
        return Page.of(all.items().stream()
                .filter(wanted)
                .map(seen -> json(seen, client))
                .toList());
    }

    @GetMapping("/{subscription}")
    SubscriptionJson get(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable SubscriptionId subscription,
            ClientKind client) {
        return json(subscriptions.get(viewer, customer, subscription), client);
    }

    /** A body's etag is not looked at: clients change an order in between and send the old one (contract 4.3). */
    @PatchMapping("/{subscription}")
    SubscriptionJson change(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable SubscriptionId subscription,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SubscriptionJson body,
            ClientKind client) {
        var seen = subscriptions.get(viewer, customer, subscription);
        Etag.of(seen.id(), seen.version()).requireMatch(ifMatch);
        return json(patch.apply(viewer, seen, body), client);
    }

    @GetMapping("/{subscription}/addons")
    Page<SubscriptionJson> addOns(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable SubscriptionId subscription,
            ClientKind client) {
        var seen = subscriptions.get(viewer, customer, subscription);
        return Page.of(subscriptions.addOns(viewer, seen.id()).stream()
                .map(addOn -> json(addOn, client))
                .toList());
    }

    /** Licenses are there as soon as they are bought. */
    @GetMapping("/{subscription}/provisioningstatus")
    @WithUser
    ProvisioningStatusJson provisioning(
            Viewer viewer, @PathVariable OrganizationId customer, @PathVariable SubscriptionId subscription) {
        return ProvisioningStatusJson.of(subscriptions.get(viewer, customer, subscription));
    }

    /** Nothing that is sold here is activated at its publisher's. */
    @GetMapping("/{subscription}/activationlinks")
    Page<Link> activationLinks(
            Viewer viewer, @PathVariable OrganizationId customer, @PathVariable SubscriptionId subscription) {
        subscriptions.get(viewer, customer, subscription);
        return Page.of(List.of());
    }

    private SubscriptionJson json(SubscriptionView seen, ClientKind client) {
        boolean hasAddOns = catalog.hasAddOns(new SkuId(seen.productId(), seen.skuId()));
        boolean returnable = seen.isRunning() && subscriptions.canGiveBack(seen);
        return SubscriptionJson.of(seen, hasAddOns, returnable, client);
    }
}
