package io.palier.catalog.rest;

import io.palier.catalog.Offer;
import io.palier.catalog.SkuId;
import io.palier.catalog.SkuOffers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the offers of one country have to do with each other, worked out once an answer. */
final class OfferIndex {
    private final Map<String, List<Offer>> bySku = new HashMap<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Set<String> withAddOns = new HashSet<>();

    OfferIndex(List<SkuOffers> sold) {
        for (var sku : sold) {
            var any = sku.any();
            bySku.put(any.sku().toString(), sku.offers());
            ranks.put(any.sku().toString(), ranks.size() + 1);
            withAddOns.addAll(any.prerequisites());
        }
    }

    int rank(Offer offer) {
        return ranks.getOrDefault(offer.sku().toString(), 0);
    }

    boolean hasAddOns(Offer offer) {
        return withAddOns.contains(offer.sku().toString());
    }

    List<String> prerequisites(Offer offer) {
        return alike(offer, offer.prerequisites());
    }

    List<String> upgradeTargets(Offer offer) {
        return alike(offer, offer.upgradeTargets());
    }

    /** What a trial can be converted to: the paid offers of its SKU. */
    List<String> conversionTargets(Offer offer) {
        return offer.trial() ? alike(offer, List.of(offer.sku().toString())) : List.of();
    }

    /** Offers that need the SKU of this one. */
    Stream<Offer> addOns(Offer base) {
        return bySku.values().stream()
                .flatMap(List::stream)
                .filter(offer -> offer.prerequisites().contains(base.sku().toString()) && isAlike(base, offer));
    }

    private List<String> alike(Offer offer, List<String> skus) {
        return skus.stream()
                .flatMap(sku -> SkuId.parse(sku).stream())
                .flatMap(sku -> bySku.getOrDefault(sku.toString(), List.of()).stream())
                .filter(other -> !other.trial() && isAlike(offer, other))
                .map(Offer::catalogItemId)
                .toList();
    }

    private static boolean isAlike(Offer one, Offer other) {
        return one.segment() == other.segment()
                && one.unitPrice().currency().equals(other.unitPrice().currency());
    }
}
