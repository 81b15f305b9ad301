package io.palier.catalog.web;

import io.palier.catalog.BillingPlan;
import io.palier.catalog.Catalog.MarketChoice;
import io.palier.catalog.OfferFilter;
import io.palier.catalog.Segment;
import io.palier.catalog.Term;
import io.palier.shared.SearchText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** The filters of a catalog list as its address writes them; what means nothing is left out. */
record OfferQuery(
        @Nullable String text,
        @Nullable String market,
        @Nullable String publisher,
        @Nullable String segment,
        @Nullable String term,
        @Nullable String plan) {

    OfferFilter filter(@Nullable MarketChoice chosen) {
        return new OfferFilter(
                chosen == null ? null : chosen.country(),
                chosen == null ? null : chosen.currency(),
                one(Segment.class, segment),
                SearchText.of(text),
                publisher == null || publisher.isBlank() ? null : publisher,
                one(Term.class, term),
                one(BillingPlan.class, plan));
    }

    /** Whether anything but the market is chosen. */
    boolean isFiltered() {
        return Stream.of(text, publisher, segment, term, plan).anyMatch(filter -> filter != null && !filter.isBlank());
    }

    /** The list's address with these filters, ready for one parameter more. */
    String base(String path) {
        var filters = new LinkedHashMap<String, @Nullable String>();
        filters.put("text", text);
        filters.put("market", market);
        filters.put("publisher", publisher);
        filters.put("segment", segment);
        filters.put("term", term);
        filters.put("plan", plan);
        return filters.entrySet().stream()
                .filter(filter ->
                        filter.getValue() != null && !filter.getValue().isBlank())
                .map(OfferQuery::parameter)
                .collect(Collectors.joining("", path + "?", ""));
    }

    private static String parameter(Map.Entry<String, @Nullable String> filter) {
        var value = filter.getValue() == null ? "" : filter.getValue();
        return filter.getKey() + "=" + UriUtils.encode(value, StandardCharsets.UTF_8) + "&";
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
