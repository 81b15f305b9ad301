package io.palier.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list as the contract wraps it (accounts contract 2.6).
 *
 * @param totalCount how many items stand in this page, not in the whole list
 * @param continuationToken where the following page starts; null on the last
 */
public record Page<T>(
        int totalCount,
        List<T> items,
        @Nullable String continuationToken,
        @Nullable Map<String, Link> links,
        Attributes attributes) {
    private static final Attributes COLLECTION = Attributes.of("Collection");

    /** A list that is whole. */
    public static <T> Page<T> of(List<T> items) {
        return new Page<>(items.size(), items, null, null, COLLECTION);
    }

    /** The same list, saying where it stands. */
    public Page<T> at(String uri) {
        return new Page<>(totalCount, items, continuationToken, Link.self(uri), attributes);
    }

    static <T> Page<T> of(List<T> items, @Nullable String token, Map<String, Link> links) {
        return new Page<>(items.size(), items, token, links, COLLECTION);
    }
}
