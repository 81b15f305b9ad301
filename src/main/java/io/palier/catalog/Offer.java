package io.palier.catalog;

import io.palier.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * What can be ordered now, with the price in force.
 *
 * @param skuId padded to 4 characters; unique in the product
 * @param title in the language asked for, else English, else any
 * @param publisher the vendor
 * @param market ISO 3166 country of the customer
 * @param unitPrice vendor price per license for the <em>whole term</em>, unrounded; not for eyes without the right to
 *     see prices
 * @param minimumQuantity at least 1
 * @param prerequisites SKUs as {@code product:sku}, one of which an add-on needs; empty for others
 * @param upgradeTargets SKUs as {@code product:sku} a subscription may be upgraded to
 */
public record Offer(
        AvailabilityId id,
        String productId,
        String skuId,
        String productTitle,
        String title,
        String description,
        String publisher,
        Term term,
        BillingPlan plan,
        String market,
        Segment segment,
        Money unitPrice,
        int minimumQuantity,
        int maximumQuantity,
        boolean trial,
        boolean addOn,
        List<String> prerequisites,
        List<String> upgradeTargets) {

    public SkuId sku() {
        return new SkuId(productId, skuId);
    }

    /** {@code product:sku:availability}, the wire's catalog item id. */
    public String catalogItemId() {
        return productId + ":" + skuId + ":" + id;
    }

    public boolean allows(int quantity) {
        return quantity >= minimumQuantity && quantity <= maximumQuantity;
    }

    /** What one license costs at each charge: a year billed monthly is charged in twelfths. Unrounded. */
    public Money unitCharge() {
        if (plan.months() == 0 || plan.months() >= term.months()) {
            return unitPrice;
        }
        var share = BigDecimal.valueOf(plan.months()).divide(BigDecimal.valueOf(term.months()), MathContext.DECIMAL64);
        return new Money(unitPrice.amount().multiply(share, MathContext.DECIMAL64), unitPrice.currency());
    }
}
