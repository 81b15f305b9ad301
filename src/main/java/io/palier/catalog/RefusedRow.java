package io.palier.catalog;

/**
 * A row of a file that was not taken.
 *
 * @param line where the row begins; the header is line 1
 * @param reason stable; {@code catalog.import.reason.<reason>} is the sentence
 * @param value what stood there, at most 100 characters
 */
public record RefusedRow(long line, String reason, String value) {}
