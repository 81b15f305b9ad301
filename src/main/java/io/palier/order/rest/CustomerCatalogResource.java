package io.palier.order.rest;

import io.palier.api.ApiResource;
import io.palier.api.ClientKind;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import io.palier.catalog.rest.CatalogScope;
import io.palier.catalog.rest.CatalogTree;
import io.palier.customer.Customers;
import io.palier.identity.Viewer;
import io.palier.order.Orders;
import io.palier.organization.OrganizationId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalog as one customer can buy it: its country, the provider's currency, its segment. */
@ApiResource
@RequestMapping("/v1/customers/{customer}")
class CustomerCatalogResource {
    private final CatalogTree tree;
    private final Customers customers;
    private final Orders orders;

    CustomerCatalogResource(CatalogTree tree, Customers customers, Orders orders) {
        this.tree = tree;
        this.customers = customers;
        this.orders = orders;
    }

    private CatalogScope scope(Viewer viewer, OrganizationId customer, Locale language, ClientKind client) {
        var terms = orders.terms(viewer, customers.relationship(viewer, customer));
        return CatalogScope.ofCustomer("/customers/" + customer, terms.offers(), language, client);
    }

    @GetMapping("/products")
    Page<?> products(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @RequestParam(required = false) @Nullable String targetView,
            Locale language,
            ClientKind client) {
        return tree.products(scope(viewer, customer, language, client), targetView);
    }

    @GetMapping("/products/{product}")
    Object product(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable String product,
            Locale language,
            ClientKind client) {
        return tree.product(scope(viewer, customer, language, client), product);
    }

    @GetMapping("/products/{product}/skus")
    Page<?> skus(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable String product,
            Locale language,
            ClientKind client) {
        return tree.skus(scope(viewer, customer, language, client), product);
    }

    @GetMapping("/products/{product}/skus/{sku}")
    Object sku(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable String product,
            @PathVariable String sku,
            Locale language,
            ClientKind client) {
        return tree.sku(scope(viewer, customer, language, client), product, sku);
    }

    @GetMapping("/products/{product}/skus/{sku}/availabilities")
    Page<?> availabilities(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable String product,
            @PathVariable String sku,
            Locale language,
            ClientKind client) {
        return tree.availabilities(scope(viewer, customer, language, client), product, sku);
    }

    @GetMapping("/products/{product}/skus/{sku}/availabilities/{availability}")
    Object availability(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable String product,
            @PathVariable String sku,
            @PathVariable String availability,
            Locale language,
            ClientKind client) {
        return tree.availability(scope(viewer, customer, language, client), product, sku, availability);
    }

    @GetMapping("/offers")
    Page<?> offers(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            Locale language,
            ClientKind client,
            ListRequest request) {
        return tree.offers(scope(viewer, customer, language, client), null, request);
    }

    @GetMapping("/offercategories")
    Page<?> categories(Viewer viewer, @PathVariable OrganizationId customer, Locale language, ClientKind client) {
        return tree.categories(scope(viewer, customer, language, client));
    }
}
