package io.palier.insight.rest;

import io.palier.api.Fault;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How rows of analytics are asked for: filter, groups, order, and which of them (commerce contract 6.1). */
record AnalyticsQuery(
        int top,
        int skip,
        Predicate<Map<String, Object>> filter,
        List<String> groupBy,
        String aggregationLevel,
        List<String> orderBy) {

    static AnalyticsQuery of(
            @Nullable String top,
            @Nullable String skip,
            @Nullable String filter,
            @Nullable String groupBy,
            @Nullable String aggregationLevel,
            @Nullable String orderBy) {
        return new AnalyticsQuery(
                number(top, "top", AnalyticsRows.MOST),
                number(skip, "skip", 0),
                AnalyticsFilter.read(filter),
                words(groupBy),
                aggregationLevel == null ? "day" : aggregationLevel.strip().toLowerCase(Locale.ROOT),
                words(orderBy));
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

    private static List<String> words(@Nullable String sent) {
        return sent == null || sent.isBlank()
                ? List.of()
                : Arrays.stream(sent.split(",", 20))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /**
     * What an answer holds.
     *
     * @param value the rows, under the name that this part of the contract has for them
     * @param items the same under the name of all other lists
     */
    record Answer(List<Map<String, Object>> value, List<Map<String, Object>> items, int totalCount) {}

    /** @param counted the name of the number of rows in a group: {@code subscriptionCount} */
    Answer answer(List<Map<String, Object>> rows, String counted) {
        var wanted = rows.stream().filter(filter).toList();
        var grouped = groupBy.isEmpty() ? wanted : grouped(wanted, counted);
        var ordered = new ArrayList<>(grouped);
        order().ifPresent(ordered::sort);
        var page = ordered.stream().skip(skip).limit(top).toList();
        return new Answer(page, page, ordered.size());
    }

    /** Counts are texts in groups, as in the contract's sample. */
    private List<Map<String, Object>> grouped(List<Map<String, Object>> rows, String counted) {
        var groups = new LinkedHashMap<List<Object>, Integer>();
        rows.forEach(row -> groups.merge(
                groupBy.stream().map(field -> rounded(row.get(field))).toList(), 1, Integer::sum));
        var grouped = new ArrayList<Map<String, Object>>();
        groups.forEach((key, count) -> {
            var row = new LinkedHashMap<String, Object>();
            for (int i = 0; i < groupBy.size(); i++) {
                row.put(groupBy.get(i), key.get(i));
            }
            row.put(counted, Integer.toString(count));
            grouped.add(row);
        });
        return grouped;
    }

    private Object rounded(@Nullable Object value) {
        if (!(value instanceof LocalDateTime time)) {
            return value == null ? "" : value;
        }
        var day = time.truncatedTo(ChronoUnit.DAYS);
        return switch (aggregationLevel) {
            case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "month" -> day.withDayOfMonth(1);
            default -> day;
        };
    }

    private java.util.Optional<Comparator<Map<String, Object>>> order() {
        return orderBy.stream().map(AnalyticsQuery::order).reduce(Comparator::thenComparing);
    }

    private static Comparator<Map<String, Object>> order(String clause) {
        var parts = clause.split("\\s+", 2);
        Comparator<Map<String, Object>> ascending =
                Comparator.comparing(row -> sortable(row.get(parts[0])), Comparator.naturalOrder());
        return parts.length == 2 && parts[1].strip().equalsIgnoreCase("desc") ? ascending.reversed() : ascending;
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
