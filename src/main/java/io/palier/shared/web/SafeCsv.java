package io.palier.shared.web;

import io.palier.shared.Spreadsheets;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
