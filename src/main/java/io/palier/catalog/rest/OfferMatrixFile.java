package io.palier.catalog.rest;

import io.palier.catalog.Offer;
import io.palier.catalog.SkuId;
import io.palier.catalog.SkuOffers;
import io.palier.shared.web.SafeCsv;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The rules for buying every SKU, as partners download them. Palier provisions nothing: those columns are empty. */
final class OfferMatrixFile {
    private static final Object[] COLUMNS = {
        "ProductTitle",
        "ProductId",
        "SkuId",
        "SkuTitle",
        "ProvisioningId",
        "ProvisioningString",
        "MinLicenses",
        "MaxLicenses",
        "AssetOwnershipLimit",
        "AssetOwnershipLimitType",
        "ProductSkuPreRequisites",
        "ProductSkuConversion",
        "Description",
        "AllowedCountries"
    };

    private final SafeCsv csv;

    OfferMatrixFile(SafeCsv csv) throws IOException {
        this.csv = csv;
        csv.line(COLUMNS);
    }

    void write(SkuOffers sku) throws IOException {
        var offer = sku.any();
        csv.line(
                offer.productTitle(),
                offer.productId(),
                offer.skuId(),
                offer.title(),
                "",
                "",
                offer.minimumQuantity(),
                offer.maximumQuantity(),
                sku.trial() ? 1 : "",
                sku.trial() ? "LifetimeCount" : "",
                listed(offer.prerequisites()),
                listed(offer.upgradeTargets()),
                offer.description(),
                countries(sku));
    }

    private static String listed(List<String> skus) {
        return skus.stream()
                .flatMap(sku -> SkuId.parse(sku).stream())
                .map(sku -> sku.productId() + "/" + sku.number())
                .collect(Collectors.joining(","));
    }

    private static String countries(SkuOffers sku) {
        return sku.offers().stream().map(Offer::market).distinct().sorted().collect(Collectors.joining(";"));
    }
}
