package io.palier.subscription.domain;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.Offer;
import io.palier.catalog.SkuId;
import io.palier.catalog.Term;
import io.palier.shared.Money;

/**
 * The offer a subscription was sold as, with what held that day; later changes of the catalog do not matter until the
 * next term.
 *
 * @param unitPrice per license and term, unrounded
 */
public record Sold(
        AvailabilityId availability,
        String productId,
        String skuId,
        String titleEn,
        String titleFr,
        Term term,
        BillingPlan plan,
        boolean trial,
        boolean addOn,
        int minimumQuantity,
        int maximumQuantity,
        Money unitPrice) {

    public static Sold of(Offer offer, String titleFr) {
        return new Sold(
                offer.id(),
                offer.productId(),
                offer.skuId(),
                offer.title(),
                titleFr,
                offer.term(),
                offer.plan(),
                offer.trial(),
                offer.addOn(),
                offer.minimumQuantity(),
                offer.maximumQuantity(),
                offer.unitPrice());
    }

    SkuId sku() {
        return new SkuId(productId, skuId);
    }

    boolean allows(int quantity) {
        return quantity >= minimumQuantity && quantity <= maximumQuantity;
    }

    /** The same with limits that let a quantity stay that was allowed when it was bought. */
    Sold allowing(int quantity) {
        return new Sold(
                availability,
                productId,
                skuId,
                titleEn,
                titleFr,
                term,
                plan,
                trial,
                addOn,
                Math.min(minimumQuantity, quantity),
                Math.max(maximumQuantity, quantity),
                unitPrice);
    }
}
