package io.palier.shared;

/** Text in cells of a spreadsheet, which takes some of it for formulas. */
public final class Spreadsheets {
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Spreadsheets() {}

    /** The text with an apostrophe before it if a spreadsheet would calculate it. */
    public static String safe(String text) {
        return startsFormula(text, 0) ? "'" + text : text;
    }

    /** The text that {@link #safe} was given. */
    public static String plain(String cell) {
        return cell.startsWith("'") && startsFormula(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean startsFormula(String text, int at) {
        return text.length() > at && FORMULA_STARTS.indexOf(text.charAt(at)) >= 0;
    }
}
