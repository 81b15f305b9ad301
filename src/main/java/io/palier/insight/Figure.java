package io.palier.insight;

/**
 * One key figure.
 *
 * @param key message {@code insight.figure.<key>}
 * @param value how many
 * @param href the list behind the figure
 */
public record Figure(String key, long value, String href) {}
