package io.palier.insight;

import java.util.List;

/**
 * A chart and, for those who see none, its table.
 *
 * @param key messages {@code insight.chart.<key>} and {@code .label}
 * @param shape how it is drawn
 * @param labels at most 12, in the chart's order
 * @param series one value for each label
 */
public record Chart(String key, Shape shape, List<String> labels, List<Series> series) {

    /** How a chart is drawn. */
    public enum Shape {
        /** Time runs from left to right; series stand on and below one line. */
        COLUMNS,
        /** Names on the left; series follow each other in a bar. */
        BARS
    }

    /**
     * Values of one color.
     *
     * @param key message {@code insight.series.<key>}
     */
    public record Series(String key, List<Long> values) {}

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return series.stream().allMatch(one -> one.values().stream().allMatch(value -> value == 0));
    }
}
