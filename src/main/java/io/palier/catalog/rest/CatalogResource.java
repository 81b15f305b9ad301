package io.palier.catalog.rest;

import io.palier.api.ApiResource;
import io.palier.api.ClientKind;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalog of a country, in the modern shape and the legacy one. */
@ApiResource
@RequestMapping("/v1")
class CatalogResource {
    private final CatalogTree tree;

    CatalogResource(CatalogTree tree) {
        this.tree = tree;
    }

    @ModelAttribute
    CatalogScope scope(@RequestParam(required = false) @Nullable String country, Locale language, ClientKind client) {
        return CatalogScope.ofCountry(country, language, client);
    }

    @GetMapping("/products")
    Page<ProductJson> products(
            @ModelAttribute(binding = false) CatalogScope scope,
            @RequestParam(required = false) @Nullable String targetSegment,
            @RequestParam(required = false) @Nullable String targetView) {
        return tree.products(scope.narrowed(targetSegment), targetView);
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
        return tree.skus(scope.narrowed(targetSegment), product);
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
        return tree.availabilities(scope.narrowed(targetSegment), product, sku);
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
    Page<OfferJson> offers(
            @ModelAttribute(binding = false) CatalogScope scope,
            @RequestParam(required = false) @Nullable String offerCategoryId,
            ListRequest request) {
        return tree.offers(scope, offerCategoryId, request);
    }

    @GetMapping("/offers/{offer}")
    OfferJson offer(@ModelAttribute(binding = false) CatalogScope scope, @PathVariable String offer) {
        return tree.offer(scope, offer);
    }

    @GetMapping("/offers/{offer}/addons")
    Page<OfferJson> addOns(
            @ModelAttribute(binding = false) CatalogScope scope, @PathVariable String offer, ListRequest request) {
        return tree.addOns(scope, offer, request);
    }

    @GetMapping("/offercategories")
    Page<OfferCategoryJson> categories(@ModelAttribute(binding = false) CatalogScope scope) {
        return tree.categories(scope);
    }
}
