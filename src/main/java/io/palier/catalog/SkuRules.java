package io.palier.catalog;

import java.util.List;

/**
 * What a price list does not say of a SKU.
 *
 * @param minimumQuantity of a subscription, at least 1
 * @param maximumQuantity of a subscription; {@link #NO_LIMIT} for none
 * @param addOn whether it needs one of the prerequisites; then there is at least one
 * @param prerequisites by id; empty unless an add-on
 * @param upgradeTargets by id
 */
public record SkuRules(
        SkuId sku,
        int minimumQuantity,
        int maximumQuantity,
        boolean addOn,
        List<SkuId> prerequisites,
        List<SkuId> upgradeTargets) {
    public static final int NO_LIMIT = 10_000_000;
}
