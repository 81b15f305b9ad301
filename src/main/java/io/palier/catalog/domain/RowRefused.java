package io.palier.catalog.domain;

import io.palier.catalog.RefusedRow;

/** A cell breaks a rule: the row is left out, the rest of the file goes on. */
final class RowRefused extends RuntimeException {
    private static final int LONGEST = 100;

    private final String reason;
    private final String value;

    RowRefused(String reason, String value) {
        super(reason, null, false, false);
        this.reason = reason;
        var clean = value.replaceAll("\\p{Cntrl}", " ");
        this.value = clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    RefusedRow at(long line) {
        return new RefusedRow(line, reason, value);
    }
}
