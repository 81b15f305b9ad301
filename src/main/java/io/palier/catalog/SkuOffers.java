package io.palier.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SKU as a list shows it.
 *
 * @param offers at least one, by segment, term and plan; all of the same SKU
 */
public record SkuOffers(List<Offer> offers) {
    public SkuOffers {
        offers = List.copyOf(offers);
    }

    /** Any of the offers, for what all of a SKU have in common: title, publisher, quantities, rules. */
    public Offer any() {
        return offers.getFirst();
    }

    /** The segment of all; null if they are of several. */
    public @Nullable Segment segment() {
        return offers.stream().allMatch(offer -> offer.segment() == any().segment()) ? any().segment() : null;
    }

    /** Whether all are trials. */
    public boolean trial() {
        return offers.stream().allMatch(Offer::trial);
    }
}
