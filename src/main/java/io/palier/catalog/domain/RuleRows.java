package io.palier.catalog.domain;

import io.palier.catalog.CatalogImportId;
import io.palier.catalog.RefusedRow;
import io.palier.catalog.SkuId;
import io.palier.catalog.SkuRules;
import io.palier.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rules of SKUs: read from a rules file, kept with the SKU. */
@Component
public class RuleRows {
    private static final List<String> REQUIRED = List.of(
            "ProductId", "SkuId", "MinimumQuantity", "MaximumQuantity", "AddOn", "Prerequisites", "UpgradeTargets");
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RuleRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    record Counts(int rows, int changed, int unchanged, int refused) {}

    private record Reference(SkuId from, SkuId to) {}

    /** Replaces the rules of the SKUs the file names; others stay. Within the caller's transaction. */
    Counts apply(CatalogImportId id, InputStream in) {
        var known = known();
        var seen = new HashSet<SkuId>();
        var good = new ArrayList<SkuRules>();
        var refused = new ArrayList<RefusedRow>();
        try (var table = CsvTable.open(in, REQUIRED)) {
            table.forEach(line -> {
                try {
                    good.add(read(line, known, seen));
                } catch (RowRefused refusal) {
                    refused.add(refusal.at(line.number()));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var before = all(good.stream().map(SkuRules::sku).toList());
        var changed = good.stream().filter(rules -> !before.contains(rules)).toList();
        save(changed);
        batches.batchUpdate(
                "insert into catalog_import_refusal (import_id, line, reason, value) values (?, ?, ?, ?)",
                refused,
                BATCH,
                (insert, row) -> {
                    insert.setObject(1, id.value());
                    insert.setLong(2, row.line());
                    insert.setString(3, row.reason());
                    insert.setString(4, row.value());
                });
        return new Counts(good.size() + refused.size(), changed.size(), good.size() - changed.size(), refused.size());
    }

    private static SkuRules read(CsvTable.Line line, Set<SkuId> known, Set<SkuId> seen) {
        if (!line.isComplete()) {
            throw new RowRefused("columns", String.valueOf(line.cells().size()));
        }
        var text = line.cell("ProductId") + ":" + line.cell("SkuId");
        var sku = SkuId.parse(text).filter(known::contains).orElseThrow(() -> new RowRefused("unknown-sku", text));
        if (!seen.add(sku)) {
            throw new RowRefused("duplicate-sku", text);
        }
        int minimum = quantity(line, "MinimumQuantity", 1);
        int maximum = quantity(line, "MaximumQuantity", SkuRules.NO_LIMIT);
        if (maximum < minimum) {
            throw new RowRefused("quantities", minimum + " > " + maximum);
        }
        var addOn = yes(line.cell("AddOn"));
        var prerequisites = references(line, "Prerequisites", sku, known);
        if (addOn == prerequisites.isEmpty()) {
            throw new RowRefused(addOn ? "add-on-alone" : "prerequisite-of-base", line.cell("Prerequisites"));
        }
        return new SkuRules(
                sku, minimum, maximum, addOn, prerequisites, references(line, "UpgradeTargets", sku, known));
    }

    private static int quantity(CsvTable.Line line, String column, int otherwise) {
        var cell = line.cell(column);
        if (cell.isEmpty()) {
            return otherwise;
        }
        if (!cell.matches("[0-9]{1,8}") || Integer.parseInt(cell) < 1 || Integer.parseInt(cell) > SkuRules.NO_LIMIT) {
            throw new RowRefused("quantity", cell);
        }
        return Integer.parseInt(cell);
    }

    private static boolean yes(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "", "false", "no", "0" -> false;
            default -> throw new RowRefused("add-on", cell);
        };
    }

    private static List<SkuId> references(CsvTable.Line line, String column, SkuId self, Set<SkuId> known) {
        var found = new TreeSet<SkuId>();
        for (var text : line.cell(column).split(";", -1)) {
            if (!text.isBlank()) {
                found.add(SkuId.parse(text.strip())
                        .filter(known::contains)
                        .filter(sku -> !sku.equals(self))
                        .orElseThrow(() -> new RowRefused("unknown-reference", text.strip())));
            }
        }
        return List.copyOf(found);
    }

    private Set<SkuId> known() {
        return Set.copyOf(jdbc.sql("select product_id, id from sku")
                .query((row, n) -> new SkuId(row.getString(1), row.getString(2)))
                .list());
    }

    /** Whether the catalog has the SKU. */
    public boolean exists(SkuId sku) {
        return jdbc.sql("select exists (select from sku where product_id = :product and id = :sku)")
                .param("product", sku.productId())
                .param("sku", sku.number())
                .query(Boolean.class)
                .single();
    }

    public Optional<SkuRules> find(SkuId sku) {
        return all(List.of(sku)).stream().findFirst();
    }

    /** For lost-update checks; the row stays locked to the end of the transaction. */
    public int lock(SkuId sku) {
        return jdbc.sql("select version from sku where product_id = :product and id = :sku for update")
                .param("product", sku.productId())
                .param("sku", sku.number())
                .query(Integer.class)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    public int version(SkuId sku) {
        return jdbc.sql("select version from sku where product_id = :product and id = :sku")
                .param("product", sku.productId())
                .param("sku", sku.number())
                .query(Integer.class)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    private List<SkuRules> all(List<SkuId> skus) {
        return jdbc.sql("""
                        select s.product_id, s.id, s.minimum_quantity, s.maximum_quantity, s.is_add_on,
                               array(select required_product_id || ':' || required_sku_id from sku_prerequisite r
                                     where r.product_id = s.product_id and r.sku_id = s.id) as prerequisites,
                               array(select target_product_id || ':' || target_sku_id from sku_upgrade u
                                     where u.product_id = s.product_id and u.sku_id = s.id) as targets
                        from sku s where s.product_id || ':' || s.id = any(:skus)""")
                .param("skus", skus.stream().map(SkuId::toString).toArray(String[]::new))
                .query((row, n) -> new SkuRules(
                        new SkuId(row.getString(1), row.getString(2)),
                        row.getInt(3),
                        row.getInt(4),
                        row.getBoolean(5),
                        ids((String[]) row.getArray(6).getArray()),
                        ids((String[]) row.getArray(7).getArray())))
                .list();
    }

    private static List<SkuId> ids(String[] texts) {
        var ids = new TreeSet<SkuId>();
        for (var text : texts) {
            SkuId.parse(text).ifPresent(ids::add);
        }
        return List.copyOf(ids);
    }

    /** Replaces rules; every SKU named must exist. */
    public void save(List<SkuRules> all) {
        batches.batchUpdate("""
                update sku set minimum_quantity = ?, maximum_quantity = ?, is_add_on = ?, version = version + 1
                where product_id = ? and id = ?""", all, BATCH, (update, rules) -> {
            update.setInt(1, rules.minimumQuantity());
            update.setInt(2, rules.maximumQuantity());
            update.setBoolean(3, rules.addOn());
            update.setString(4, rules.sku().productId());
            update.setString(5, rules.sku().number());
        });
        replace(
                "sku_prerequisite",
                all,
                all.stream()
                        .flatMap(rules -> rules.prerequisites().stream().map(to -> new Reference(rules.sku(), to)))
                        .toList());
        replace(
                "sku_upgrade",
                all,
                all.stream()
                        .flatMap(rules -> rules.upgradeTargets().stream().map(to -> new Reference(rules.sku(), to)))
                        .toList());
    }

    private void replace(String table, List<SkuRules> all, List<Reference> references) {
        batches.batchUpdate(
                "delete from " + table + " where product_id = ? and sku_id = ?", all, BATCH, (delete, rules) -> {
                    delete.setString(1, rules.sku().productId());
                    delete.setString(2, rules.sku().number());
                });
        batches.batchUpdate("insert into " + table + " values (?, ?, ?, ?)", references, BATCH, (insert, reference) -> {
            insert.setString(1, reference.from().productId());
            insert.setString(2, reference.from().number());
            insert.setString(3, reference.to().productId());
            insert.setString(4, reference.to().number());
        });
    }
}
