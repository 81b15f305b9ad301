package io.palier.insight;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A chart and, for those who see none, its table.
 *
 * @param key message {@code insight.chart.<key>}
 * @param points at most 12, in the chart's order
 */
public record Chart(String key, List<Point> points) {

    /** A bar: what it stands for and how high it is. */
    public record Point(String label, long value) {}

    /** The labels for the drawing script, one a line. */
    public String labels() {
        return points.stream().map(Point::label).collect(Collectors.joining("\n"));
    }

    /** The values for the drawing script, in the order of {@link #labels()}. */
    public String values() {
        return points.stream().map(point -> Long.toString(point.value())).collect(Collectors.joining(","));
    }
}
