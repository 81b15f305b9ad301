package io.palier.catalog.domain;

import io.palier.catalog.BillingPlan;
import io.palier.catalog.CatalogImportId;
import io.palier.catalog.ImportChange;
import io.palier.catalog.ImportProgress;
import io.palier.catalog.ImportView;
import io.palier.catalog.ImportView.Kind;
import io.palier.catalog.ImportView.Status;
import io.palier.catalog.RefusedRow;
import io.palier.catalog.Segment;
import io.palier.catalog.SkuId;
import io.palier.catalog.Term;
import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Money;
import io.palier.shared.Refusal;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Imports as the database keeps them: read in small transactions that show progress, applied in one. */
@Component
public class Imports {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionOperations transaction;
    private final StagedPrices staged;
    private final RuleRows rules;
    private final CatalogVersion version;
    private final AuditTrail audit;
    private final Clock clock;

    Imports(
            JdbcClient jdbc,
            JdbcTemplate batches,
            TransactionOperations transaction,
            StagedPrices staged,
            RuleRows rules,
            CatalogVersion version,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = transaction;
        this.staged = staged;
        this.rules = rules;
        this.version = version;
        this.audit = audit;
        this.clock = clock;
    }

    public CatalogImportId open(Kind kind, String fileName, OrganizationId publisher, Actor actor) {
        var id = CatalogImportId.next();
        jdbc.sql("""
                        insert into catalog_import (id, kind, publisher_id, account_id, file_name, status, created_at)
                        values (:id, :kind, :publisher, :account, :name, 'READING', :now)""")
                .param("id", id.value())
                .param("kind", kind.name())
                .param("publisher", publisher.value())
                .param("account", actor.account())
                .param("name", fileName)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** Which kind of file it is, told by its columns: only rules name quantities. */
    public static Kind kindOf(Path file) throws IOException {
        try (var table = CsvTable.open(Files.newInputStream(file), List.of("ProductId", "SkuId"))) {
            return table.has("UnitPrice") || !table.has("MinimumQuantity") ? Kind.PRICES : Kind.RULES;
        }
    }

    /**
     * Reads a price list into staging and works out what it would change.
     *
     * @throws Refusal invalid, if the file cannot be read as a price list; the import is marked as failed
     */
    public void stage(CatalogImportId id, Path file, OrganizationId publisher, ImportProgress progress)
            throws IOException {
        try (var in = new CountedInput(Files.newInputStream(file), Files.size(file))) {
            var staging = new Staging(id, batches, rows -> {
                report(id, in.percent(), rows);
                progress.at(in.percent(), rows);
            });
            PriceList.read(new BufferedInputStream(in), staging);
            staging.flush();
            if (staging.rowsRead() == 0) {
                throw Refusal.invalid("file", "catalog.import.no-rows");
            }
            compared(id, publisher, staging);
            progress.at(100, staging.rowsRead());
        } catch (Refusal refusal) {
            fail(id, refusal);
            throw refusal;
        }
    }

    private void compared(CatalogImportId id, OrganizationId publisher, Staging staging) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update catalog_import set row_count = :rows, refused = :refused, percent = 100 where id = :id")
                    .param("id", id.value())
                    .param("rows", staging.rowsRead())
                    .param("refused", staging.rowsRefused())
                    .update();
            count(id, staged.compare(id, publisher, clock.instant()));
            status(id, Status.READING, Status.READY);
        });
    }

    /** Takes the step from confirmed to running; false if somebody else did, or it is not ready. */
    public boolean confirm(CatalogImportId id) {
        return status(id, Status.READY, Status.APPLYING);
    }

    public boolean discard(CatalogImportId id) {
        var discarded = status(id, Status.READY, Status.DISCARDED);
        if (discarded) {
            clean(id);
        }
        return discarded;
    }

    /** Applies a confirmed import: everything or nothing. */
    public void apply(CatalogImportId id, OrganizationId publisher, Actor actor) {
        transaction.executeWithoutResult(status -> {
            version.lock();
            var now = clock.instant();
            var counts = staged.compare(id, publisher, now);
            staged.apply(id, publisher, now);
            count(id, counts);
            version.next();
            status(id, Status.APPLYING, Status.DONE);
            audit.record(AuditEntry.of(actor, "catalog.imported", "catalog-import", id)
                    .change("added", null, counts.added())
                    .change("changed", null, counts.changed())
                    .change("ended", null, counts.ended()));
        });
        clean(id);
    }

    /** Reads a rules file and applies its good rows in one transaction. */
    public void applyRules(CatalogImportId id, Path file, Actor actor) throws IOException {
        try (var in = Files.newInputStream(file)) {
            transaction.executeWithoutResult(status -> {
                version.lock();
                var counts = rules.apply(id, in);
                if (counts.rows() == 0) {
                    throw Refusal.invalid("file", "catalog.import.no-rows");
                }
                jdbc.sql("""
                                update catalog_import
                                set row_count = :rows, changed = :changed, unchanged = :unchanged, refused = :refused,
                                    percent = 100, status = 'DONE'
                                where id = :id""")
                        .param("id", id.value())
                        .param("rows", counts.rows())
                        .param("changed", counts.changed())
                        .param("unchanged", counts.unchanged())
                        .param("refused", counts.refused())
                        .update();
                version.next();
                audit.record(AuditEntry.of(actor, "catalog.rules-imported", "catalog-import", id)
                        .change("changed", null, counts.changed()));
            });
        } catch (Refusal refusal) {
            fail(id, refusal);
            throw refusal;
        }
    }

    public void fail(CatalogImportId id, Refusal refusal) {
        fail(
                id,
                refusal.code(),
                refusal.arguments().isEmpty()
                        ? null
                        : refusal.arguments().getFirst().toString());
    }

    public void fail(CatalogImportId id, String code, @Nullable String value) {
        jdbc.sql(
                        "update catalog_import set status = 'FAILED', failure_code = :code, failure_value = :value where id = :id")
                .param("id", id.value())
                .param("code", code)
                .param("value", value)
                .update();
        clean(id);
    }

    private void clean(CatalogImportId id) {
        for (var table : List.of("catalog_import_row", "catalog_import_text")) {
            jdbc.sql("delete from " + table + " where import_id = :id")
                    .param("id", id.value())
                    .update();
        }
    }

    /** Drops what waits for a confirmation since yesterday, and marks as failed what a stopped node left running. */
    public void tidy() {
        jdbc.sql("""
                        update catalog_import set status = 'FAILED', failure_code = 'catalog.import.interrupted'
                        where status in ('READING', 'APPLYING') and alive_at < now() - interval '5 minutes'""").update();
        jdbc.sql("""
                        update catalog_import set status = 'DISCARDED'
                        where status = 'READY' and alive_at < now() - interval '1 day'""").update();
        for (var table : List.of("catalog_import_row", "catalog_import_text")) {
            jdbc.sql(
                            "delete from " + table
                                    + " where import_id not in (select id from catalog_import where status in ('READING', 'READY', 'APPLYING'))")
                    .update();
        }
    }

    public Optional<ImportView> find(CatalogImportId id) {
        return jdbc.sql("select * from catalog_import where id = :id")
                .param("id", id.value())
                .query(Imports::view)
                .optional();
    }

    /** The last ten. */
    public List<ImportView> latest() {
        return jdbc.sql("select * from catalog_import order by created_at desc, id desc limit 10")
                .query(Imports::view)
                .list();
    }

    public OrganizationId publisher(CatalogImportId id) {
        return jdbc.sql("select publisher_id from catalog_import where id = :id")
                .param("id", id.value())
                .query((row, n) -> new OrganizationId(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Refused rows after a line, in the file's order. */
    public List<RefusedRow> refusals(CatalogImportId id, long afterLine, int limit) {
        return jdbc.sql("""
                        select line, reason, value from catalog_import_refusal
                        where import_id = :id and line > :after order by line limit :limit""")
                .param("id", id.value())
                .param("after", afterLine)
                .param("limit", limit)
                .query((row, n) -> new RefusedRow(row.getLong("line"), row.getString("reason"), row.getString("value")))
                .list();
    }

    /** The first changes of a kind, by title; none once the import is applied or dropped. */
    public List<ImportChange> changes(CatalogImportId id, ImportChange.Kind kind, String language, int limit) {
        return switch (kind) {
            case ADDED, CHANGED -> stagedChanges(id, kind, language, limit);
            case ENDED -> endedPrices(id, language, limit);
        };
    }

    private List<ImportChange> stagedChanges(CatalogImportId id, ImportChange.Kind kind, String language, int limit) {
        return jdbc.sql("""
                        select coalesce((select title from catalog_import_text t
                                         where t.import_id = r.import_id and t.product_id = r.product_id
                                           and t.sku_id = r.sku_id
                                         order by t.language = :language desc, t.language = 'en' desc limit 1), '') as title,
                               r.product_id, r.sku_id, r.term, r.billing_plan, r.market, r.currency, r.segment,
                               r.previous_amount as before, r.unit_amount as after, r.effective_from
                        from catalog_import_row r
                        where r.import_id = :id and r.outcome = :outcome
                        order by 1, r.segment, r.term, r.billing_plan, r.availability_id limit :limit""")
                .param("id", id.value())
                .param("outcome", kind.name())
                .param("language", language)
                .param("limit", limit)
                .query(Imports::change)
                .list();
    }

    private List<ImportChange> endedPrices(CatalogImportId id, String language, int limit) {
        if (find(id).map(view -> view.status() != Status.READY).orElse(true)) {
            return List.of();
        }
        return jdbc.sql("""
                        select coalesce((select title from sku_text t
                                         where t.product_id = a.product_id and t.sku_id = a.sku_id
                                         order by t.language = :language desc, t.language = 'en' desc limit 1), '') as title,
                               a.product_id, a.sku_id, a.term, a.billing_plan, a.market, a.currency, a.segment,
                               p.unit_amount as before, null::numeric as after, null::timestamptz as effective_from
                        %s order by 1, a.segment, a.term, a.billing_plan, a.id limit :limit""".formatted(StagedPrices.ENDED))
                .param("import", id.value())
                .param("publisher", publisher(id).value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("language", language)
                .param("limit", limit)
                .query(Imports::change)
                .list();
    }

    private static ImportChange change(ResultSet row, int n) throws SQLException {
        var from = row.getObject("effective_from", OffsetDateTime.class);
        return new ImportChange(
                row.getString("title"),
                new SkuId(row.getString("product_id"), row.getString("sku_id")),
                Term.valueOf(row.getString("term")),
                BillingPlan.valueOf(row.getString("billing_plan")),
                row.getString("market"),
                Segment.valueOf(row.getString("segment")),
                money(row, "before"),
                money(row, "after"),
                from == null ? null : from.toInstant());
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        var amount = row.getBigDecimal(column);
        return amount == null ? null : Money.of(amount, row.getString("currency"));
    }

    private void report(CatalogImportId id, int percent, int rows) {
        jdbc.sql("update catalog_import set percent = :percent, row_count = :rows, alive_at = now() where id = :id")
                .param("id", id.value())
                .param("percent", percent)
                .param("rows", rows)
                .update();
    }

    private void count(CatalogImportId id, StagedPrices.Counts counts) {
        jdbc.sql("""
                        update catalog_import set added = :added, changed = :changed, unchanged = :unchanged,
                            ended = :ended, texts_changed = :texts
                        where id = :id""")
                .param("id", id.value())
                .param("added", counts.added())
                .param("changed", counts.changed())
                .param("unchanged", counts.unchanged())
                .param("ended", counts.ended())
                .param("texts", counts.textsChanged())
                .update();
    }

    private boolean status(CatalogImportId id, Status from, Status to) {
        return jdbc.sql("update catalog_import set status = :to, alive_at = now() where id = :id and status = :from")
                        .param("id", id.value())
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    private static ImportView view(ResultSet row, int n) throws SQLException {
        return new ImportView(
                new CatalogImportId(row.getObject("id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                Status.valueOf(row.getString("status")),
                row.getInt("percent"),
                row.getInt("row_count"),
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("ended"),
                row.getInt("refused"),
                row.getInt("texts_changed"),
                row.getString("failure_code"),
                row.getString("failure_value"),
                created(row));
    }

    private static Instant created(ResultSet row) throws SQLException {
        return row.getObject("created_at", OffsetDateTime.class).toInstant();
    }

    /** Knows how much of the file has been read. */
    private static final class CountedInput extends FilterInputStream {
        private final long size;
        private long read;

        CountedInput(InputStream in, long size) {
            super(in);
            this.size = Math.max(1, size);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            read += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            read += Math.max(0, count);
            return count;
        }

        int percent() {
            return (int) Math.min(99, read * 100 / size);
        }
    }
}
