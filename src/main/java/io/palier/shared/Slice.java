package io.palier.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list read by keyset.
 *
 * @param rows in the list's order
 * @param next where the following page starts; null on the last page
 */
public record Slice<T>(List<T> rows, @Nullable Cursor next) {

    /**
     * A slice from {@code limit + 1} rows read: the surplus row only tells that there are more.
     *
     * @param key the sort key of a row, as read back by {@link Cursor#parts()}
     */
    public static <T> Slice<T> of(List<T> rowsPlusOne, int limit, Function<T, List<String>> key) {
        if (rowsPlusOne.size() <= limit) {
            return new Slice<>(rowsPlusOne, null);
        }
        var rows = List.copyOf(rowsPlusOne.subList(0, limit));
        return new Slice<>(rows, new Cursor(key.apply(rows.getLast())));
    }

    public <R> Slice<R> map(Function<T, R> mapper) {
        return new Slice<>(rows.stream().map(mapper).toList(), next);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
