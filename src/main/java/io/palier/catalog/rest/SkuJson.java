package io.palier.catalog.rest;

import io.palier.api.Attributes;
import io.palier.api.ClientKind;
import io.palier.api.Link;
import io.palier.catalog.Offer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A SKU (commerce contract 1.2).
 *
 * @param inventoryVariables none for licenses
 * @param provisioningVariables none for licenses: programs that find the list, empty or not, ask for what Azure needs
 */
public record SkuJson(
        String id,
        String productId,
        String title,
        String description,
        int minimumQuantity,
        int maximumQuantity,
        boolean isTrial,
        List<BillingCycle> supportedBillingCycles,
        List<String> purchasePrerequisites,
        @Nullable List<String> inventoryVariables,
        @Nullable List<String> provisioningVariables,
        List<String> actions,
        Map<String, Object> dynamicAttributes,
        @Nullable Map<String, Link> links,
        Attributes attributes) {
    private static final Attributes ATTRIBUTES = Attributes.of("Sku");

    /** @param offers of one SKU, at least one */
    static SkuJson of(CatalogScope scope, List<Offer> offers) {
        var any = offers.getFirst();
        var path = "/products/" + any.productId() + "/skus/" + any.skuId();
        return new SkuJson(
                any.skuId(),
                any.productId(),
                any.title(),
                any.description(),
                any.minimumQuantity(),
                any.maximumQuantity(),
                offers.stream().allMatch(Offer::trial),
                offers.stream()
                        .map(offer -> BillingCycle.of(offer.plan(), scope.client()))
                        .distinct()
                        .sorted()
                        .toList(),
                List.of("MicrosoftCustomerAgreement"),
                null,
                null,
                List.of("Refund"),
                dynamic(any, scope.client()),
                links(scope, any, path),
                ATTRIBUTES);
    }

    /** The Java client reads texts only here; to a script the text "false" would be true. */
    private static Map<String, Object> dynamic(Offer offer, ClientKind client) {
        boolean texts = client == ClientKind.JAVA_SDK;
        var dynamic = new LinkedHashMap<String, Object>();
        flags(offer).forEach((name, is) -> dynamic.put(name, texts ? is.toString() : is));
        dynamic.put("billingType", "license");
        if (!texts) {
            dynamic.put("prerequisiteSkus", offer.prerequisites());
            dynamic.put("upgradeTargetOffers", offer.upgradeTargets());
        }
        return dynamic;
    }

    private static Map<String, Boolean> flags(Offer offer) {
        var flags = new LinkedHashMap<String, Boolean>();
        flags.put("isMicrosoftProduct", ProductJson.isMicrosoft(offer));
        flags.put("hasConstraints", !offer.prerequisites().isEmpty());
        flags.put("isAddon", offer.addOn());
        flags.put("isSoftwareAssuranceApplicable", false);
        return flags;
    }

    private static Map<String, Link> links(CatalogScope scope, Offer offer, String path) {
        var links = new LinkedHashMap<String, Link>();
        links.put("availabilities", Link.get(scope.address(path + "/availabilities")));
        links.put("product", Link.get(scope.address("/products/" + offer.productId())));
        links.put("self", Link.get(scope.address(path)));
        return links;
    }
}
