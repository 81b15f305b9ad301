package io.palier.catalog.rest;

import io.palier.api.ApiResource;
import io.palier.api.ClientKind;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
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

    @GetMapping("/products")
    Page<?> products(
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String targetSegment,
            @RequestParam(required = false) @Nullable String targetView,
            Locale language,
            ClientKind client) {
        return tree.products(CatalogScope.ofCountry(country, language, client).narrowed(targetSegment), targetView);
    }

    @GetMapping("/products/{product}")
    Object product(
            @PathVariable String product,
            @RequestParam(required = false) @Nullable String country,
            Locale language,
            ClientKind client) {
        return tree.product(CatalogScope.ofCountry(country, language, client), product);
    }

    @GetMapping("/products/{product}/skus")
    Page<?> skus(
            @PathVariable String product,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String targetSegment,
            Locale language,
            ClientKind client) {
        return tree.skus(CatalogScope.ofCountry(country, language, client).narrowed(targetSegment), product);
    }

    @GetMapping("/products/{product}/skus/{sku}")
    Object sku(
            @PathVariable String product,
            @PathVariable String sku,
            @RequestParam(required = false) @Nullable String country,
            Locale language,
            ClientKind client) {
        return tree.sku(CatalogScope.ofCountry(country, language, client), product, sku);
    }

    @GetMapping("/products/{product}/skus/{sku}/availabilities")
    Page<?> availabilities(
            @PathVariable String product,
            @PathVariable String sku,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String targetSegment,
            Locale language,
            ClientKind client) {
        return tree.availabilities(
                CatalogScope.ofCountry(country, language, client).narrowed(targetSegment), product, sku);
    }

    @GetMapping("/products/{product}/skus/{sku}/availabilities/{availability}")
    Object availability(
            @PathVariable String product,
            @PathVariable String sku,
            @PathVariable String availability,
            @RequestParam(required = false) @Nullable String country,
            Locale language,
            ClientKind client) {
        return tree.availability(CatalogScope.ofCountry(country, language, client), product, sku, availability);
    }

    @GetMapping("/offers")
    Page<?> offers(
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String offerCategoryId,
            Locale language,
            ClientKind client,
            ListRequest request) {
        return tree.offers(CatalogScope.ofCountry(country, language, client), offerCategoryId, request);
    }

    @GetMapping("/offers/{offer}")
    Object offer(
            @PathVariable String offer,
            @RequestParam(required = false) @Nullable String country,
            Locale language,
            ClientKind client) {
        return tree.offer(CatalogScope.ofCountry(country, language, client), offer);
    }

    @GetMapping("/offers/{offer}/addons")
    Page<?> addOns(
            @PathVariable String offer,
            @RequestParam(required = false) @Nullable String country,
            Locale language,
            ClientKind client,
            ListRequest request) {
        return tree.addOns(CatalogScope.ofCountry(country, language, client), offer, request);
    }

    @GetMapping("/offercategories")
    Page<?> categories(@RequestParam(required = false) @Nullable String country, Locale language, ClientKind client) {
        return tree.categories(CatalogScope.ofCountry(country, language, client));
    }
}
