package io.palier.insight;

/**
 * Something that waits for the viewer.
 *
 * @param key message {@code insight.attention.<key>}; argument 0 is the count
 * @param urgent whether something is lost by waiting
 * @param count at least 1, at most {@value Tally#MOST} + 1
 * @param href where to see to it
 */
public record Attention(String key, boolean urgent, long count, String href) {}
