package io.palier.catalog.domain;

import io.palier.catalog.CatalogImportId;
import io.palier.catalog.RefusedRow;
import io.palier.catalog.domain.PriceRow.RowText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what a price list holds into the staging tables, a batch at a time. */
final class Staging implements PriceList.Sink {
    private static final int BATCH = 500;
    // Reasons of a file that is wrong as a whole would fill the database.
    private static final int MOST_REFUSALS_KEPT = 5000;

    private final CatalogImportId id;
    private final JdbcTemplate jdbc;
    private final IntConsumer progress;
    private final List<PriceRow> rows = new ArrayList<>();
    private final List<StagedText> texts = new ArrayList<>();
    private final List<RefusedRow> refusals = new ArrayList<>();
    private final Set<String> textsSeen = new HashSet<>();
    private int read;
    private int refused;

    private record StagedText(PriceRow row, RowText text) {}

    /** @param progress told the number of rows after each batch */
    Staging(CatalogImportId id, JdbcTemplate jdbc, IntConsumer progress) {
        this.id = id;
        this.jdbc = jdbc;
        this.progress = progress;
    }

    @Override
    public void good(PriceRow row) {
        rows.add(row);
        for (var text : row.texts()) {
            if (textsSeen.add(row.sku() + " " + text.language())) {
                texts.add(new StagedText(row, text));
            }
        }
        counted();
    }

    @Override
    public void refused(RefusedRow row) {
        refused++;
        if (refused <= MOST_REFUSALS_KEPT) {
            refusals.add(row);
        }
        counted();
    }

    @Override
    public void deleted() {
        counted();
    }

    int rowsRead() {
        return read;
    }

    int rowsRefused() {
        return refused;
    }

    private void counted() {
        read++;
        if (read % BATCH == 0) {
            flush();
            progress.accept(read);
        }
    }

    void flush() {
        jdbc.batchUpdate("""
                insert into catalog_import_row (import_id, line, availability_id, product_id, sku_id, publisher, term,
                    billing_plan, market, currency, segment, is_trial, unit_amount, retail_amount, effective_from,
                    effective_to)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, 'infinity'::timestamptz))""", rows, BATCH, this::row);
        jdbc.batchUpdate("""
                insert into catalog_import_text (import_id, product_id, sku_id, language, product_title, title,
                    description)
                values (?, ?, ?, ?, ?, ?, ?)""", texts, BATCH, this::text);
        jdbc.batchUpdate(
                "insert into catalog_import_refusal (import_id, line, reason, value) values (?, ?, ?, ?)",
                refusals,
                BATCH,
                this::refusal);
        rows.clear();
        texts.clear();
        refusals.clear();
    }

    private void row(PreparedStatement insert, PriceRow row) throws SQLException {
        insert.setObject(1, id.value());
        insert.setLong(2, row.line());
        insert.setString(3, row.id().value());
        insert.setString(4, row.sku().productId());
        insert.setString(5, row.sku().number());
        insert.setString(6, row.publisher());
        insert.setString(7, row.term().name());
        insert.setString(8, row.plan().name());
        insert.setString(9, row.market());
        insert.setString(10, row.currency());
        insert.setString(11, row.segment().name());
        insert.setBoolean(12, row.trial());
        insert.setBigDecimal(13, row.unitPrice());
        insert.setBigDecimal(14, row.retailPrice());
        insert.setObject(15, utc(row.from()));
        insert.setObject(16, utc(row.to()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private void text(PreparedStatement insert, StagedText staged) throws SQLException {
        insert.setObject(1, id.value());
        insert.setString(2, staged.row().sku().productId());
        insert.setString(3, staged.row().sku().number());
        insert.setString(4, staged.text().language());
        insert.setString(5, staged.text().productTitle());
        insert.setString(6, staged.text().title());
        insert.setString(7, staged.text().description());
    }

    private void refusal(PreparedStatement insert, RefusedRow refusal) throws SQLException {
        insert.setObject(1, id.value());
        insert.setLong(2, refusal.line());
        insert.setString(3, refusal.reason());
        insert.setString(4, refusal.value());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
