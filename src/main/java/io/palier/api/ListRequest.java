package io.palier.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palier.shared.Cursor;
import io.palier.shared.Slice;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a list is asked for: size, filter, order, and where to go on (accounts contract 2.7 and 2.8). A caller who goes on
 * names only the token, so the token holds all of it.
 *
 * @param path of the list, for links
 * @param size wanted items; 0 for all
 * @param offset items to leave out, for lists that are read by number; 0 or more
 * @param filterText as sent; empty for none
 * @param filter null for none
 * @param sortField empty for the list's own order
 * @param kept what else the list was asked for, as it stands in addresses: {@code startDate=2026-03-01}; empty for
 *     nothing. Known from the start only to who goes on; others say it by {@link #keeping}
 * @param after the last key that was read, as the list wrote it; empty at the start
 */
public record ListRequest(
        String path,
        int size,
        int offset,
        String filterText,
        @Nullable FieldFilter filter,
        String sortField,
        boolean descending,
        String kept,
        List<String> after) {
    /** How many items one answer holds at the most, also when all are asked for. */
    public static final int MOST = 10_000;

    private static final int CHUNK = 500;
    private static final int OWN_PARTS = 5;

    /** Reads rows from a door: those after the cursor (null at the start), at most so many. */
    @FunctionalInterface
    public interface Reader<R> {
        Slice<R> read(@Nullable Cursor after, int limit);
    }

    /** The same request, whose links and tokens keep what else it was asked for. */
    public ListRequest keeping(String query) {
        return new ListRequest(path, size, offset, filterText, filter, sortField, descending, query, after);
    }

    /**
     * Reads and wraps the list.
     *
     * @param keyParts how many columns the list's key has; an altered token is the start of the list
     * @param reader is asked for 500 rows at a time
     */
    public <R, T> Page<T> page(int keyParts, Reader<R> reader, Function<R, T> json) {
        int wanted = size == 0 ? MOST : Math.min(size, MOST);
        var items = new ArrayList<T>();
        var cursor = after.size() == keyParts ? new Cursor(after) : null;
        do {
            var slice = reader.read(cursor, Math.min(CHUNK, wanted - items.size()));
            slice.rows().forEach(row -> items.add(json.apply(row)));
            cursor = slice.next();
        } while (cursor != null && items.size() < wanted);
        return Page.of(items, cursor == null ? null : token(cursor), links(cursor));
    }

    /** Wraps rows that were read from {@link #offset} on. */
    public <T> Page<T> numbered(List<T> items, boolean more) {
        var links = new LinkedHashMap<String, Link>();
        var filtered = filterText.isEmpty() ? "" : "&filter=" + URLEncoder.encode(filterText, UTF_8);
        links.put("self", Link.get(path + "?size=" + size + "&offset=" + offset + filtered + also()));
        if (more) {
            int following = offset + items.size();
            links.put("next", Link.get(path + "?size=" + size + "&offset=" + following + filtered + also()));
        }
        return Page.of(items, null, links);
    }

    /**
     * A list that has no filters refuses one rather than answer with everything.
     *
     * @throws Fault 400, if a filter was sent
     */
    public ListRequest withoutFilter() {
        if (filter != null) {
            throw filter.unsupported();
        }
        return this;
    }

    private Map<String, Link> links(@Nullable Cursor next) {
        var links = new LinkedHashMap<String, Link>();
        links.put("self", Link.get(kept.isEmpty() && size == 0 ? path : path + "?size=" + size + also()));
        if (next != null) {
            links.put(
                    "next",
                    new Link(
                            path + "?size=" + size + "&seekOperation=Next" + also(),
                            "GET",
                            List.of(new Link.Header("MS-ContinuationToken", token(next)))));
        }
        return links;
    }

    private String also() {
        return kept.isEmpty() ? "" : "&" + kept;
    }

    private String token(Cursor next) {
        var parts =
                new ArrayList<>(List.of(Integer.toString(size), filterText, sortField, descending ? "d" : "a", kept));
        parts.addAll(next.parts());
        return new Cursor(parts).toString();
    }

    /** The request that a token goes on with; null for a token that was not made here. */
    public static @Nullable Token read(String text) {
        for (int keyParts = 1; keyParts <= 4; keyParts++) {
            var parsed = Cursor.parse(text, OWN_PARTS + keyParts);
            if (parsed.isPresent()) {
                return Token.of(parsed.get().parts());
            }
        }
        return null;
    }

    /** What a token holds. */
    public record Token(
            int size, String filterText, String sortField, boolean descending, String kept, List<String> after) {

        private static @Nullable Token of(List<String> parts) {
            try {
                int size = Integer.parseInt(parts.getFirst());
                return new Token(
                        Math.clamp(size, 0, MOST),
                        parts.get(1),
                        parts.get(2),
                        parts.get(3).equals("d"),
                        parts.get(4),
                        List.copyOf(parts.subList(OWN_PARTS, parts.size())));
            } catch (NumberFormatException altered) {
                return null;
            }
        }
    }
}
