package io.palier.catalog.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palier.shared.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A comma-separated file in UTF-8, with or without byte order mark, its columns named in the first line. */
final class CsvTable implements AutoCloseable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private final CSVParser parser;
    private long line;

    private CsvTable(CSVParser parser) {
        this.parser = parser;
        this.line = parser.getCurrentLineNumber();
    }

    /** A record with the line it begins in. */
    record Line(long number, CSVRecord cells) {
        /** The cell of a column, empty if the file or the row does not have it. */
        String cell(String column) {
            return cells.isSet(column) ? cells.get(column) : "";
        }

        boolean isComplete() {
            return cells.isConsistent();
        }
    }

    /** @throws Refusal invalid, field {@code file}, if the file is empty, not UTF-8 or lacks a column */
    static CsvTable open(InputStream in, List<String> required) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(
                in,
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        try {
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            var table = new CsvTable(CSVParser.parse(reader, FORMAT));
            table.require(required);
            return table;
        } catch (CharacterCodingException e) {
            throw notUtf8();
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.invalid("file", "catalog.import.no-header");
        }
    }

    /** Column names as the file writes them. */
    List<String> columns() {
        return parser.getHeaderNames();
    }

    boolean has(String column) {
        return columns().stream().anyMatch(column::equalsIgnoreCase);
    }

    /** @throws Refusal invalid, field {@code file}, if the file cannot be read on from some line */
    void forEach(java.util.function.Consumer<Line> consumer) {
        Iterator<CSVRecord> records = parser.iterator();
        while (next(records)) {
            // Where a record begins: a quoted text may stretch over several lines.
            long begins = line + 1;
            var cells = records.next();
            line = parser.getCurrentLineNumber();
            consumer.accept(new Line(begins, cells));
        }
    }

    private boolean next(Iterator<CSVRecord> records) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? notUtf8()
                    : Refusal.invalid("file", "catalog.import.not-readable", String.valueOf(line + 1));
        }
    }

    private void require(List<String> required) {
        var missing = required.stream().filter(column -> !has(column)).toList();
        if (missing.size() == required.size()) {
            throw Refusal.invalid("file", "catalog.import.no-header");
        }
        if (!missing.isEmpty()) {
            throw Refusal.invalid("file", "catalog.import.columns-missing", String.join(", ", missing));
        }
    }

    private static Refusal notUtf8() {
        return Refusal.invalid("file", "catalog.import.not-utf8");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
