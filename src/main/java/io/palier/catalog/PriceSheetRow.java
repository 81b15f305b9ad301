package io.palier.catalog;

import io.palier.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's price of one availability.
 *
 * @param language of the texts: English, where there are such
 * @param unitPrice per license and term
 * @param retailPrice the estimated retail price, if the vendor names one
 * @param to first instant after the price; null if it has no end
 */
public record PriceSheetRow(
        AvailabilityId id,
        SkuId sku,
        String publisher,
        String language,
        String productTitle,
        String title,
        String description,
        Term term,
        BillingPlan plan,
        String market,
        Segment segment,
        boolean trial,
        Money unitPrice,
        @Nullable Money retailPrice,
        Instant from,
        @Nullable Instant to) {}
