package io.palier.catalog.domain;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.Segment;
import io.palier.catalog.SkuId;
import io.palier.catalog.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A good row of a price list.
 *
 * @param unitPrice per license and term
 * @param retailPrice the estimated retail price, if the list has one
 * @param to first instant after the price; null if it has no end
 * @param texts one for each language of the row
 */
record PriceRow(
        long line,
        AvailabilityId id,
        SkuId sku,
        String publisher,
        Term term,
        BillingPlan plan,
        String market,
        String currency,
        Segment segment,
        boolean trial,
        BigDecimal unitPrice,
        @Nullable BigDecimal retailPrice,
        Instant from,
        @Nullable Instant to,
        List<RowText> texts) {

    record RowText(String language, String productTitle, String title, String description) {}
}
