package io.palier.shared.web;

import io.palier.shared.Cursor;
import io.palier.shared.Slice;
import io.palier.shared.Spreadsheets;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file for people: UTF-8 with a byte order mark, so that spreadsheets read accents, and no cell that a
 * spreadsheet would take for a formula.
 */
public final class SafeCsv implements Closeable {
    private final CSVPrinter printer;

    public SafeCsv(OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    }

    /** A file that the browser saves under a name and nobody keeps on the way. */
    public static SafeCsv download(HttpServletResponse response, String name) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-store");
        return new SafeCsv(response.getOutputStream());
    }

    /** One line; null is an empty cell. */
    public void line(@Nullable Object... cells) throws IOException {
        printer.printRecord(Arrays.stream(cells)
                .map(cell -> cell == null ? "" : Spreadsheets.safe(cell.toString()))
                .toArray());
    }

    /**
     * A list read page by page.
     *
     * @param first read before the file begins, so that a refusal is a page of its own
     * @param following reads what comes after a page
     * @param lines writes what one row becomes
     */
    public <R> void rows(Slice<R> first, Function<Cursor, Slice<R>> following, Lines<R> lines) throws IOException {
        rows(first, following, lines, Integer.MAX_VALUE);
    }

    /**
     * The same of a list that can be too long for a file.
     *
     * @return whether that was all of it
     */
    public <R> boolean rows(Slice<R> first, Function<Cursor, Slice<R>> following, Lines<R> lines, int mostPages)
            throws IOException {
        var slice = first;
        for (int page = 1; ; page++) {
            for (var row : slice.rows()) {
                lines.write(row);
            }
            var next = slice.next();
            if (next == null || page == mostPages) {
                return next == null;
            }
            slice = following.apply(next);
        }
    }

    /** Writes what one row of a list becomes. */
    @FunctionalInterface
    public interface Lines<R> {
        void write(R row) throws IOException;
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
