package io.palier.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import and what it changes, or changed.
 *
 * @param percent of the reading, 0 to 100
 * @param rows data rows of the file, refused ones included
 * @param added availabilities that had no price of this publisher before
 * @param changed prices that are new, corrected or of another date
 * @param ended availabilities whose price ends because the list no longer has them
 * @param textsChanged SKUs whose title or description is new or different in some language
 * @param failure message key without {@code refusal.}; null unless failed
 */
public record ImportView(
        CatalogImportId id,
        Kind kind,
        String fileName,
        Status status,
        int percent,
        int rows,
        int added,
        int changed,
        int unchanged,
        int ended,
        int refused,
        int textsChanged,
        @Nullable String failure,
        @Nullable String failureValue,
        Instant createdAt) {

    /** What kind of file. */
    public enum Kind {
        PRICES,
        RULES
    }

    /** How far it is. */
    public enum Status {
        /** Being read; nothing of the catalog changes. */
        READING,
        /** Read; waits for a person to confirm. */
        READY,
        APPLYING,
        DONE,
        /** Nothing was changed. */
        FAILED,
        /** Dropped by a person; nothing was changed. */
        DISCARDED;

        public boolean isRunning() {
            return this == READING || this == APPLYING;
        }
    }

    /** Whether applying it would change anything. */
    public boolean changesSomething() {
        return added + changed + ended + textsChanged > 0;
    }
}
