package io.palier.catalog.domain;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.Offer;
import io.palier.catalog.OfferFilter;
import io.palier.catalog.Segment;
import io.palier.catalog.SkuId;
import io.palier.catalog.SkuOffers;
import io.palier.catalog.Term;
import io.palier.shared.Cursor;
import io.palier.shared.Money;
import io.palier.shared.Period;
import io.palier.shared.SearchText;
import io.palier.shared.Slice;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The whole catalog as one version of it was; immutable but for sort orders worked out on first use. Prices carry their
 * periods, so that a price that starts tomorrow starts without a new version.
 */
public final class Snapshot {
    private static final String FALLBACK = "en";

    private final long version;
    private final Map<AvailabilityId, Listed> byId;
    private final Map<String, List<Listed>> byMarket;
    private final Map<SkuId, List<Listed>> bySku;
    private final Map<SkuId, Sku> skus;
    private final Set<String> withAddOns;
    private final List<Market> markets;
    private final List<String> publishers;
    private final Map<String, List<Sorted>> sorted = new ConcurrentHashMap<>();

    /** Where something is sold, in which currency. */
    public record Market(String country, String currency) {}

    public record Text(String title, String description) {}

    /** A SKU with its rules. */
    public record Sku(
            SkuId id,
            String publisher,
            int minimumQuantity,
            int maximumQuantity,
            boolean addOn,
            List<String> prerequisites,
            List<String> upgradeTargets,
            Map<String, Text> texts,
            Map<String, String> productTitles) {

        /** What its product is called, in the language, else in English, else in any. */
        public String productTitle(String language) {
            var title = productTitles.getOrDefault(language, productTitles.get(FALLBACK));
            return title != null
                    ? title
                    : productTitles.values().stream().findFirst().orElse(id.productId());
        }

        /** The text in the language, else in English, else in any. */
        public Text text(String language) {
            var text = texts.getOrDefault(language, texts.get(FALLBACK));
            return text != null
                    ? text
                    : texts.values().stream().findFirst().orElseGet(() -> new Text(id.toString(), ""));
        }
    }

    public record Price(Period period, Money amount) {}

    /** One availability with its prices, those over already left out. */
    public record Listed(
            AvailabilityId id,
            Sku sku,
            Term term,
            BillingPlan plan,
            String market,
            String currency,
            Segment segment,
            boolean trial,
            List<Price> prices) {

        Optional<Offer> offer(Instant now, String language) {
            return prices.stream()
                    .filter(price -> price.period().contains(now))
                    .findFirst()
                    .map(price -> offer(price.amount(), language));
        }

        private Offer offer(Money price, String language) {
            var text = sku.text(language);
            return new Offer(
                    id,
                    sku.id().productId(),
                    sku.id().number(),
                    sku.productTitle(language),
                    text.title(),
                    text.description(),
                    sku.publisher(),
                    term,
                    plan,
                    market,
                    segment,
                    price,
                    sku.minimumQuantity(),
                    sku.maximumQuantity(),
                    trial,
                    sku.addOn(),
                    sku.prerequisites(),
                    sku.upgradeTargets());
        }
    }

    private record Sorted(String key, String searched, Listed listed) {}

    Snapshot(long version, Collection<Sku> skus, List<Listed> all) {
        this.version = version;
        this.skus = skus.stream().collect(Collectors.toMap(Sku::id, sku -> sku));
        this.withAddOns =
                skus.stream().flatMap(sku -> sku.prerequisites().stream()).collect(Collectors.toSet());
        this.byId = all.stream().collect(Collectors.toMap(Listed::id, listed -> listed));
        this.byMarket =
                all.stream().collect(Collectors.groupingBy(listed -> marketKey(listed.market(), listed.currency())));
        this.bySku = all.stream()
                .collect(Collectors.groupingBy(listed -> listed.sku().id()));
        this.markets = all.stream()
                .map(listed -> new Market(listed.market(), listed.currency()))
                .distinct()
                .sorted(Comparator.comparing(Market::country).thenComparing(Market::currency))
                .toList();
        this.publishers = List.copyOf(skus.stream().map(Sku::publisher).collect(Collectors.toCollection(TreeSet::new)));
    }

    long version() {
        return version;
    }

    public List<Market> markets() {
        return markets;
    }

    public List<String> publishers() {
        return publishers;
    }

    public Optional<Sku> sku(SkuId id) {
        return Optional.ofNullable(skus.get(id));
    }

    /** Whether some add-on needs this SKU. */
    public boolean hasAddOns(SkuId sku) {
        return withAddOns.contains(sku.toString());
    }

    /** Also what has no price any more. */
    public Optional<Listed> listed(AvailabilityId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Offer> offer(AvailabilityId id, Instant now, String language) {
        return Optional.ofNullable(byId.get(id)).flatMap(listed -> listed.offer(now, language));
    }

    public List<Offer> offers(SkuId sku, Instant now, String language) {
        return bySku.getOrDefault(sku, List.of()).stream()
                .flatMap(listed -> listed.offer(now, language).stream())
                .toList();
    }

    /** Offers by title, then SKU, segment, term and plan. */
    public Slice<Offer> search(OfferFilter filter, Instant now, String language, @Nullable Cursor after, int limit) {
        var candidates = sorted(filter, language);
        var wanted = wanted(filter);
        var found = new ArrayList<Map.Entry<String, Offer>>();
        for (int i = start(candidates, after); i < candidates.size() && found.size() <= limit; i++) {
            var row = candidates.get(i);
            if (wanted.test(row)) {
                row.listed().offer(now, language).ifPresent(offer -> found.add(Map.entry(row.key(), offer)));
            }
        }
        return Slice.of(found, limit, entry -> List.of(entry.getKey())).map(Map.Entry::getValue);
    }

    /** The same by SKU: each with all its wanted offers, {@code limit} SKUs a page. */
    public Slice<SkuOffers> bySku(OfferFilter filter, Instant now, String language, @Nullable Cursor after, int limit) {
        var candidates = sorted(filter, language);
        var wanted = wanted(filter);
        var found = new ArrayList<Map.Entry<String, SkuOffers>>();
        for (int i = start(candidates, after); i < candidates.size() && found.size() <= limit; ) {
            int end = endOfSku(candidates, i);
            var offers = candidates.subList(i, end).stream()
                    .filter(wanted)
                    .flatMap(row -> row.listed().offer(now, language).stream())
                    .toList();
            if (!offers.isEmpty()) {
                found.add(Map.entry(candidates.get(end - 1).key(), new SkuOffers(offers)));
            }
            i = end;
        }
        return Slice.of(found, limit, entry -> List.of(entry.getKey())).map(Map.Entry::getValue);
    }

    private static int endOfSku(List<Sorted> rows, int start) {
        var sku = rows.get(start).listed().sku().id();
        int end = start + 1;
        while (end < rows.size() && rows.get(end).listed().sku().id().equals(sku)) {
            end++;
        }
        return end;
    }

    private static Predicate<Sorted> wanted(OfferFilter filter) {
        var words = List.of(filter.text().folded().split("\\s+"));
        return row -> {
            var listed = row.listed();
            return (filter.market() == null || filter.market().equals(listed.market()))
                    && (filter.currency() == null || filter.currency().equals(listed.currency()))
                    && (filter.segment() == null || filter.segment() == listed.segment())
                    && (filter.publisher() == null
                            || filter.publisher().equals(listed.sku().publisher()))
                    && (filter.term() == null || filter.term() == listed.term())
                    && (filter.plan() == null || filter.plan() == listed.plan())
                    && words.stream().allMatch(row.searched()::contains);
        };
    }

    private static int start(List<Sorted> rows, @Nullable Cursor after) {
        if (after == null) {
            return 0;
        }
        var keys = new AbstractList<String>() {
            @Override
            public String get(int index) {
                return rows.get(index).key();
            }

            @Override
            public int size() {
                return rows.size();
            }
        };
        int found = Collections.binarySearch(keys, after.parts().getFirst());
        return found >= 0 ? found + 1 : -found - 1;
    }

    private List<Sorted> sorted(OfferFilter filter, String language) {
        var market = filter.market() == null || filter.currency() == null
                ? "*"
                : marketKey(filter.market(), filter.currency());
        return sorted.computeIfAbsent(market + "/" + language, key -> {
            var listed = market.equals("*") ? byId.values() : byMarket.getOrDefault(market, List.of());
            return listed.stream()
                    .map(one -> sortable(one, language))
                    .sorted(Comparator.comparing(Sorted::key))
                    .toList();
        });
    }

    private static Sorted sortable(Listed listed, String language) {
        var title = SearchText.fold(listed.sku().text(language).title());
        var key = "%s %s %s %02d %02d %s"
                .formatted(
                        title,
                        listed.sku().id(),
                        listed.segment().name(),
                        listed.term().months(),
                        listed.plan().months(),
                        listed.id());
        return new Sorted(
                key,
                title + " "
                        + SearchText.fold(
                                listed.sku().publisher() + " " + listed.sku().id()),
                listed);
    }

    private static String marketKey(String market, String currency) {
        return market + "/" + currency;
    }
}
