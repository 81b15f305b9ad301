package io.palier.catalog;

import io.palier.shared.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * Which offers a list shows; null fields do not matter.
 *
 * @param market ISO 3166; with {@code currency}, decides whose prices
 * @param currency ISO 4217
 * @param text every word must be in the title, publisher or product id; accents and case are the same
 * @param publisher the vendor's exact name
 */
public record OfferFilter(
        @Nullable String market,
        @Nullable String currency,
        @Nullable Segment segment,
        SearchText text,
        @Nullable String publisher,
        @Nullable Term term,
        @Nullable BillingPlan plan) {

    /** Every offer of a market in a currency. */
    public static OfferFilter of(@Nullable String market, @Nullable String currency, @Nullable Segment segment) {
        return new OfferFilter(market, currency, segment, SearchText.of(""), null, null, null);
    }

    public OfferFilter text(@Nullable String text) {
        return new OfferFilter(market, currency, segment, SearchText.of(text), publisher, term, plan);
    }
}
