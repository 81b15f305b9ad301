package io.palier.catalog;

/** Told now and then how far an import is. */
@FunctionalInterface
public interface ImportProgress {
    ImportProgress NONE = (percent, rows) -> {};

    /**
     * Tells how far it is.
     *
     * @param percent of the file, 0 to 100
     * @param rows read so far
     */
    void at(int percent, int rows);
}
