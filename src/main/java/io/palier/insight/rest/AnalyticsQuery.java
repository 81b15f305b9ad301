package io.palier.insight.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.palier.api.Fault;
import io.palier.api.WireWords;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How rows of analytics are asked for: filter, groups, order, and which of them (commerce contract 6.1). */
record AnalyticsQuery(
        AnalyticsFields fields,
        int top,
        int skip,
        Predicate<Map<String, Object>> filter,
        List<String> groupBy,
        Level level,
        List<Order> orderBy) {

    /** How coarsely dates are grouped. */
    enum Level {
        DAY,
        WEEK,
        MONTH
    }

    /** One field to sort by. */
    record Order(String field, boolean descending) {}

    static AnalyticsQuery of(
            AnalyticsFields fields,
            @Nullable String top,
            @Nullable String skip,
            @Nullable String filter,
            @Nullable String groupBy,
            @Nullable String aggregationLevel,
            @Nullable String orderBy) {
        return new AnalyticsQuery(
                fields,
                number(top, "top", AnalyticsRows.MOST),
                number(skip, "skip", 0),
                AnalyticsFilter.read(filter, field -> fields.named(field, "filter")),
                words(groupBy).map(field -> fields.named(field, "groupby")).toList(),
                aggregationLevel == null || aggregationLevel.isBlank()
                        ? Level.DAY
                        : WireWords.read(Level.class, aggregationLevel),
                words(orderBy).map(clause -> order(fields, clause)).toList());
    }

    private static int number(@Nullable String sent, String name, int otherwise) {
        if (sent == null || sent.isBlank()) {
            return otherwise;
        }
        if (!sent.strip().matches("\\d{1,5}")) {
            throw new Fault(Fault.Code.INVALID_INPUT, "This is no number of rows.", name);
        }
        return Math.min(Integer.parseInt(sent.strip()), AnalyticsRows.MOST);
    }

    private static Stream<String> words(@Nullable String sent) {
        return sent == null
                ? Stream.empty()
                : Arrays.stream(sent.split(",", 20)).map(String::strip).filter(word -> !word.isEmpty());
    }

    private static Order order(AnalyticsFields fields, String clause) {
        var parts = clause.split("\\s+", 2);
        var direction = parts.length == 2 ? parts[1].toLowerCase(Locale.ROOT) : "asc";
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw new Fault(Fault.Code.INVALID_INPUT, "Rows are sorted asc or desc.", "orderby");
        }
        return new Order(fields.named(parts[0], "orderby"), direction.equals("desc"));
    }

    /**
     * What an answer holds.
     *
     * @param value the rows, under the name that this part of the contract has for them
     * @param next how many rows to leave out for those that follow; null on the last page
     * @param items the same under the name of all other lists
     */
    record Answer(
            List<Map<String, Object>> value,
            @JsonProperty("@nextLink") @Nullable String next,
            List<Map<String, Object>> items,
            int totalCount) {}

    /** @param next the address of the same rows after so many */
    Answer answer(List<Map<String, Object>> rows, IntFunction<String> next) {
        var wanted = rows.stream().filter(filter).toList();
        var grouped = groupBy.isEmpty() ? wanted : grouped(wanted);
        var ordered = new ArrayList<>(grouped);
        order().ifPresent(ordered::sort);
        var page = ordered.stream().skip(skip).limit(top).toList();
        boolean more = !page.isEmpty() && skip + page.size() < ordered.size();
        return new Answer(page, more ? next.apply(skip + page.size()) : null, page, ordered.size());
    }

    /** Counts are texts in groups, as in the contract's sample. */
    private List<Map<String, Object>> grouped(List<Map<String, Object>> rows) {
        var groups = new LinkedHashMap<List<Object>, List<Map<String, Object>>>();
        for (var row : rows) {
            var key = groupBy.stream().map(field -> rounded(row.get(field))).toList();
            groups.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
        }
        return groups.entrySet().stream()
                .map(group -> counted(group.getKey(), group.getValue()))
                .toList();
    }

    private Map<String, Object> counted(List<Object> key, List<Map<String, Object>> rows) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < groupBy.size(); i++) {
            row.put(groupBy.get(i), key.get(i));
        }
        row.put(fields.counted(), Integer.toString(rows.size()));
        for (var count : fields.counts()) {
            double sum = rows.stream()
                    .mapToDouble(one -> one.get(count) instanceof Number number ? number.doubleValue() : 0)
                    .sum();
            row.putIfAbsent(count, Long.toString(Math.round(sum)));
        }
        return row;
    }

    private Object rounded(@Nullable Object value) {
        if (!(value instanceof LocalDateTime time)) {
            return value == null ? "" : value;
        }
        var day = time.truncatedTo(ChronoUnit.DAYS);
        return switch (level) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    private Optional<Comparator<Map<String, Object>>> order() {
        return orderBy.stream().map(AnalyticsQuery::order).reduce(Comparator::thenComparing);
    }

    private static Comparator<Map<String, Object>> order(Order wanted) {
        Comparator<Map<String, Object>> ascending =
                Comparator.comparing(row -> sortable(row.get(wanted.field())), Comparator.naturalOrder());
        return wanted.descending() ? ascending.reversed() : ascending;
    }

    private static String sortable(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> "%020.3f".formatted(number);
            case String text -> text.matches("\\d{1,12}") ? "%012d".formatted(Long.parseLong(text)) : text;
            default -> value.toString();
        };
    }
}
