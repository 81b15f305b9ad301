package io.palier.insight;

/**
 * Something that waits for the viewer.
 *
 * @param key message {@code insight.attention.<key>}; argument 0 is the count
 * @param count at least 1
 * @param href where to see to it
 */
public record Attention(String key, long count, String href) {}
