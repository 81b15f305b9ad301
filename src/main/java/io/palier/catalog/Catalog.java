package io.palier.catalog;

import io.palier.catalog.domain.Snapshot;
import io.palier.catalog.domain.Snapshots;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The door to what can be ordered. It answers from memory after asking the database for the catalog's version, one
 * cheap statement: call it before a transaction begins, not within. Prices are the vendor's; callers hide them from
 * viewers who may not see them.
 */
@Service
public class Catalog {
    private static final int PAGE = 25;
    private static final int MOST = 10_000;

    private final Snapshots snapshots;
    private final Clock clock;

    Catalog(Snapshots snapshots, Clock clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * What a list can be filtered by.
     *
     * @param markets by country, then currency
     * @param publishers by name
     */
    public record Choices(List<MarketChoice> markets, List<String> publishers) {}

    /** A country with a currency that prices exist for. */
    public record MarketChoice(String country, String currency) {
        @Override
        public String toString() {
            return country + "-" + currency;
        }
    }

    /** 25 offers a page with a price in force now, by title, SKU, segment, term and plan. */
    public Slice<Offer> search(OfferFilter filter, Locale language, @Nullable Cursor after) {
        return snapshots.current().search(filter, clock.instant(), language.getLanguage(), after, PAGE);
    }

    /** 25 SKUs a page, each with those of its offers that the filter lets through, by title. */
    public Slice<SkuOffers> bySku(OfferFilter filter, Locale language, @Nullable Cursor after) {
        return snapshots.current().bySku(filter, clock.instant(), language.getLanguage(), after, PAGE);
    }

    /**
     * All that a country can buy now, by title of the SKU; the segment null for all of them. At most 10,000 SKUs.
     *
     * @param country ISO 3166, upper case; empty answer for one without prices
     */
    public List<SkuOffers> sold(String country, @Nullable Segment segment, Locale language) {
        var filter = OfferFilter.of(country, null, segment);
        return snapshots
                .current()
                .bySku(filter, clock.instant(), language.getLanguage(), null, MOST)
                .rows();
    }

    /**
     * The offers of one SKU that a country can buy now, by segment, term and plan.
     *
     * @throws Refusal not found, if there are none
     */
    public SkuOffers sold(SkuId sku, String country, Locale language) {
        var offers = snapshots.current().offers(sku, clock.instant(), language.getLanguage()).stream()
                .filter(offer -> offer.market().equals(country))
                .sorted(Comparator.comparing(Offer::segment)
                        .thenComparing(Offer::term)
                        .thenComparing(Offer::plan)
                        .thenComparing(Offer::id))
                .toList();
        if (offers.isEmpty()) {
            throw Refusal.notFound();
        }
        return new SkuOffers(offers);
    }

    /** Whether there are add-ons to a SKU. */
    public boolean hasAddOns(SkuId sku) {
        return snapshots.current().hasAddOns(sku);
    }

    /** What SKUs are called, by {@code product:sku}; unknown ones are left out. */
    public Map<String, String> titles(Collection<String> skus, Locale language) {
        var snapshot = snapshots.current();
        var titles = new HashMap<String, String>();
        for (var name : skus) {
            SkuId.parse(name)
                    .flatMap(snapshot::sku)
                    .ifPresent(sku ->
                            titles.put(name, sku.text(language.getLanguage()).title()));
        }
        return titles;
    }

    /** Several at once; ids that are unknown or have no price now are left out. */
    public Map<AvailabilityId, Offer> offers(Collection<AvailabilityId> ids, Locale language) {
        var snapshot = snapshots.current();
        var now = clock.instant();
        var found = new HashMap<AvailabilityId, Offer>();
        for (var id : ids) {
            snapshot.offer(id, now, language.getLanguage()).ifPresent(offer -> found.put(id, offer));
        }
        return found;
    }

    /** An offer at the price list of a day, the present one where that day's is no longer kept; empty if it has no price. */
    public Optional<Offer> offerOn(AvailabilityId id, Instant day, Locale language) {
        var snapshot = snapshots.current();
        return snapshot.offer(id, day, language.getLanguage())
                .or(() -> snapshot.offer(id, clock.instant(), language.getLanguage()));
    }

    /** {@code product:sku:availability} of each, also of what has no price any more; unknown ones are left out. */
    public Map<AvailabilityId, String> catalogItemIds(Collection<AvailabilityId> ids) {
        var snapshot = snapshots.current();
        var items = new HashMap<AvailabilityId, String>();
        for (var id : ids) {
            snapshot.listed(id).ifPresent(listed -> items.put(id, listed.sku().id() + ":" + id));
        }
        return items;
    }

    /**
     * The offer behind an availability, at the price in force now.
     *
     * @throws Refusal not found, also if it has no price now
     */
    public Offer offer(AvailabilityId id, Locale language) {
        return snapshots
                .current()
                .offer(id, clock.instant(), language.getLanguage())
                .orElseThrow(Refusal::notFound);
    }

    /**
     * What a subscription to this offer may be upgraded to: every offer of the target SKUs in the same market, currency
     * and segment, whatever the term and plan.
     */
    public List<Offer> upgrades(AvailabilityId from, Locale language) {
        var snapshot = snapshots.current();
        var source = snapshot.listed(from).orElse(null);
        if (source == null) {
            return List.of();
        }
        var found = new ArrayList<Offer>();
        for (var target : source.sku().upgradeTargets()) {
            SkuId.parse(target).ifPresent(sku -> found.addAll(offers(snapshot, sku, source, language)));
        }
        return found;
    }

    /** What a list can be filtered by. */
    public Choices choices() {
        var snapshot = snapshots.current();
        return new Choices(
                snapshot.markets().stream()
                        .map(market -> new MarketChoice(market.country(), market.currency()))
                        .toList(),
                snapshot.publishers());
    }

    private List<Offer> offers(Snapshot snapshot, SkuId sku, Snapshot.Listed like, Locale language) {
        return snapshot.offers(sku, clock.instant(), language.getLanguage()).stream()
                .filter(offer -> offer.market().equals(like.market())
                        && offer.unitPrice().currency().getCurrencyCode().equals(like.currency())
                        && offer.segment() == like.segment())
                .toList();
    }
}
