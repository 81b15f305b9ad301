package io.palier.catalog.rest;

import io.palier.api.Attributes;
import io.palier.api.Link;
import io.palier.catalog.Offer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product (commerce contract 1.2). */
public record ProductJson(
        String id,
        String title,
        String description,
        ProductType productType,
        boolean isMicrosoftProduct,
        String publisherName,
        @Nullable Map<String, Link> links,
        Attributes attributes) {
    private static final Attributes ATTRIBUTES = Attributes.of("Product");

    /** What kind of product; licenses of online services are the only kind here. */
    record ProductType(String id, String displayName) {
        static final ProductType ONLINE_SERVICES = new ProductType("OnlineServicesNCE", "OnlineServicesNCE");
    }

    static ProductJson of(CatalogScope scope, Offer offer) {
        var path = "/products/" + offer.productId();
        return new ProductJson(
                offer.productId(),
                offer.productTitle(),
                offer.description(),
                ProductType.ONLINE_SERVICES,
                isMicrosoft(offer),
                offer.publisher(),
                Link.self(scope.address(path), "skus", Link.get(scope.address(path + "/skus"))),
                ATTRIBUTES);
    }

    static boolean isMicrosoft(Offer offer) {
        return offer.publisher().toLowerCase(java.util.Locale.ROOT).startsWith("microsoft");
    }
}
