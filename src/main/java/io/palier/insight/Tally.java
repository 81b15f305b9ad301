package io.palier.insight;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What one statement counted for one viewer, by column. */
record Tally(Map<String, Long> counts) {
    /** No count goes further: nobody reads the difference, and somebody would wait for it. */
    static final int MOST = 10_000;

    /** Reads a row whose columns are numbers or truths. */
    static Tally row(ResultSet row, int n) throws SQLException {
        var counts = new HashMap<String, Long>();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            counts.put(columns.getColumnLabel(i), number(row.getObject(i)));
        }
        return new Tally(counts);
    }

    private static long number(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? 1 : 0;
            case BigDecimal number -> number.longValue();
            case Number number -> number.longValue();
            default -> throw new IllegalArgumentException("no number: " + value);
        };
    }

    long of(String column) {
        var count = counts.get(column);
        if (count == null) {
            throw new IllegalArgumentException("not counted: " + column);
        }
        return count;
    }

    boolean any(String column) {
        return of(column) > 0;
    }

    /** Counts the rows of a select, up to one more than {@link #MOST}. */
    static String count(String from) {
        return "(select count(*) from (select " + from + " limit " + (MOST + 1) + ") as counted)";
    }
}
