package io.palier.order.rest;

import io.palier.api.ApiResource;
import io.palier.api.ClientKind;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import io.palier.catalog.rest.AvailabilityJson;
import io.palier.catalog.rest.CatalogScope;
import io.palier.catalog.rest.CatalogTree;
import io.palier.catalog.rest.OfferCategoryJson;
import io.palier.catalog.rest.OfferJson;
import io.palier.catalog.rest.ProductJson;
import io.palier.catalog.rest.SkuJson;
import io.palier.customer.Customers;
import io.palier.identity.Viewer;
import io.palier.order.Orders;
import io.palier.organization.OrganizationId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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

    @ModelAttribute
    CatalogScope scope(Viewer viewer, @PathVariable OrganizationId customer, Locale language, ClientKind client) {
        var terms = orders.terms(viewer, customers.relationship(viewer, customer));
        return CatalogScope.ofCustomer("/customers/" + customer, terms.offers(), language, client);
    }

    @GetMapping("/products")
    Page<ProductJson> products(
            @ModelAttribute(binding = false) CatalogScope scope,
            @RequestParam(required = false) @Nullable String targetView,
            @RequestParam(required = false) @Nullable String targetSegment) {
        return tree.products(scope.within(targetSegment), targetView);
    }

    @GetMapping("/products/{product}")
    ProductJson product(@ModelAttribute(binding = false) CatalogScope scope, @PathVariable String product) {
        return tree.product(scope, product);
    }

    @GetMapping("/products/{product}/skus")
    Page<SkuJson> skus(
            @ModelAttribute(binding = false) CatalogScope scope,
            @PathVariable String product,
            @RequestParam(required = false) @Nullable String targetSegment) {
        return tree.skus(scope.within(targetSegment), product);
    }

    @GetMapping("/products/{product}/skus/{sku}")
    SkuJson sku(
            @ModelAttribute(binding = false) CatalogScope scope,
            @PathVariable String product,
            @PathVariable String sku) {
        return tree.sku(scope, product, sku);
    }

    @GetMapping("/products/{product}/skus/{sku}/availabilities")
    Page<AvailabilityJson> availabilities(
            @ModelAttribute(binding = false) CatalogScope scope,
            @PathVariable String product,
            @PathVariable String sku,
            @RequestParam(required = false) @Nullable String targetSegment) {
        return tree.availabilities(scope.within(targetSegment), product, sku);
    }

    @GetMapping("/products/{product}/skus/{sku}/availabilities/{availability}")
    AvailabilityJson availability(
            @ModelAttribute(binding = false) CatalogScope scope,
            @PathVariable String product,
            @PathVariable String sku,
            @PathVariable String availability) {
        return tree.availability(scope, product, sku, availability);
    }

    @GetMapping("/offers")
    Page<OfferJson> offers(@ModelAttribute(binding = false) CatalogScope scope, ListRequest request) {
        return tree.offers(scope, null, request);
    }

    @GetMapping("/offercategories")
    Page<OfferCategoryJson> categories(@ModelAttribute(binding = false) CatalogScope scope) {
        return tree.categories(scope);
    }
}
