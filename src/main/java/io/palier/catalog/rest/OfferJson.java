package io.palier.catalog.rest;

import io.palier.api.Attributes;
import io.palier.api.Link;
import io.palier.catalog.Offer;
import java.util.List;
import java.util.Map;

/** An availability in the shape of the legacy catalog (commerce contract 1.1); its id is the catalog item's. */
public record OfferJson(
        String id,
        String name,
        String description,
        int minimumQuantity,
        int maximumQuantity,
        int rank,
        String uri,
        String locale,
        String country,
        OfferCategoryJson category,
        String limitUnitOfMeasure,
        int limit,
        List<String> prerequisiteOffers,
        boolean isAddOn,
        boolean hasAddOns,
        boolean isAvailableForPurchase,
        String billing,
        List<BillingCycle> supportedBillingCycles,
        boolean isAutoRenewable,
        List<String> upgradeTargetOffers,
        List<String> conversionTargetOffers,
        List<String> reselleeQualifications,
        List<String> resellerQualifications,
        String salesGroupId,
        boolean isTrial,
        ProductReference product,
        String unitType,
        Map<String, Link> links,
        Attributes attributes) {
    private static final Attributes ATTRIBUTES = Attributes.of("Offer");
    private static final String UNIT = "Licenses";

    /** The product that an offer sells. */
    record ProductReference(String id, String name, String unit) {}

    static OfferJson of(CatalogScope scope, OfferIndex index, Offer offer) {
        var id = offer.catalogItemId();
        return new OfferJson(
                id,
                offer.title(),
                offer.description(),
                offer.minimumQuantity(),
                offer.maximumQuantity(),
                index.rank(offer),
                "/Offers/" + id,
                scope.language().toLanguageTag(),
                scope.country(),
                OfferCategoryJson.of(scope, OfferCategoryJson.Kind.of(offer)),
                offer.trial() ? "Lifetime" : "None",
                offer.trial() ? 1 : 0,
                index.prerequisites(offer),
                offer.addOn(),
                index.hasAddOns(offer),
                true,
                offer.trial() ? "none" : "license",
                List.of(BillingCycle.of(offer.plan(), scope.client())),
                !offer.trial(),
                index.upgradeTargets(offer),
                index.conversionTargets(offer),
                List.of(),
                List.of(),
                "cloud",
                offer.trial(),
                new ProductReference(offer.productId(), offer.productTitle(), UNIT),
                UNIT,
                Link.self(scope.address("/offers/" + id)),
                ATTRIBUTES);
    }
}
