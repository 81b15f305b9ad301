package io.palier.catalog.domain;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.Segment;
import io.palier.catalog.SkuId;
import io.palier.catalog.Term;
import io.palier.catalog.domain.Snapshot.Listed;
import io.palier.catalog.domain.Snapshot.Price;
import io.palier.catalog.domain.Snapshot.Sku;
import io.palier.catalog.domain.Snapshot.Text;
import io.palier.shared.Money;
import io.palier.shared.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The catalog in memory, read anew when its version in the database has changed. Every transaction asks for the version
 * once, so that nodes on one database never sell from an old list, and that all it says comes from the same one.
 */
@Component
public class Snapshots {
    private final JdbcClient jdbc;
    private final CatalogVersion version;
    private final Clock clock;
    private final TransactionTemplate ownReading;
    private volatile @Nullable Snapshot latest;

    Snapshots(JdbcClient jdbc, CatalogVersion version, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.version = version;
        this.clock = clock;
        // Committed data of one instant only: a caller's half-done change must not end up in the memory of all.
        this.ownReading = new TransactionTemplate(transactions);
        ownReading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        ownReading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        ownReading.setReadOnly(true);
    }

    /** One SQL statement in a transaction, and for each call outside of one, while the catalog stays as it is. */
    public Snapshot current() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return latest();
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Snapshot seen) {
            return seen;
        }
        var seen = latest();
        TransactionSynchronizationManager.bindResource(this, seen);
        TransactionSynchronizationManager.registerSynchronization(new Seen(seen));
        return seen;
    }

    /** Lets go of what a transaction has seen when it ends, and while another runs in between. */
    private class Seen implements TransactionSynchronization {
        private final Snapshot snapshot;

        Seen(Snapshot snapshot) {
            this.snapshot = snapshot;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Snapshots.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Snapshots.this, snapshot);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Snapshots.this);
        }
    }

    private Snapshot latest() {
        var known = latest;
        return known != null && known.version() == version.current() ? known : reload();
    }

    private synchronized Snapshot reload() {
        var known = latest;
        if (known != null && known.version() == version.current()) {
            return known;
        }
        var loaded = ownReading.execute(status -> load());
        latest = loaded;
        return loaded;
    }

    private Snapshot load() {
        long number = version.current();
        var skus = skus();
        var prices = prices(clock.instant());
        var listed = jdbc.sql("""
                        select id, product_id, sku_id, term, billing_plan, market, currency, segment, is_trial
                        from availability""").query((row, n) -> listed(row, skus, prices)).list();
        return new Snapshot(number, skus.values(), listed);
    }

    private static Listed listed(ResultSet row, Map<SkuId, Sku> skus, Map<String, List<Price>> prices)
            throws SQLException {
        var id = row.getString("id");
        var sku = skus.get(skuId(row, "product_id", "sku_id"));
        if (sku == null) {
            throw new IllegalStateException("An availability without SKU: " + id);
        }
        return new Listed(
                new AvailabilityId(id),
                sku,
                Term.valueOf(row.getString("term")),
                BillingPlan.valueOf(row.getString("billing_plan")),
                row.getString("market"),
                row.getString("currency"),
                Segment.valueOf(row.getString("segment")),
                row.getBoolean("is_trial"),
                prices.getOrDefault(id, List.of()));
    }

    private Map<SkuId, Sku> skus() {
        var texts = texts();
        var products = productTitles();
        var prerequisites = references("sku_prerequisite", "required_product_id", "required_sku_id");
        var upgrades = references("sku_upgrade", "target_product_id", "target_sku_id");
        var skus = new HashMap<SkuId, Sku>();
        jdbc.sql("""
                        select s.product_id, s.id, s.minimum_quantity, s.maximum_quantity, s.is_add_on, p.publisher
                        from sku s join product p on p.id = s.product_id""").query(row -> {
            var id = skuId(row, "product_id", "id");
            skus.put(
                    id,
                    new Sku(
                            id,
                            row.getString("publisher"),
                            row.getInt("minimum_quantity"),
                            row.getInt("maximum_quantity"),
                            row.getBoolean("is_add_on"),
                            List.copyOf(prerequisites.getOrDefault(id, List.of())),
                            List.copyOf(upgrades.getOrDefault(id, List.of())),
                            Map.copyOf(texts.getOrDefault(id, Map.of())),
                            Map.copyOf(products.getOrDefault(id.productId(), Map.of()))));
        });
        return skus;
    }

    private Map<SkuId, Map<String, Text>> texts() {
        var texts = new HashMap<SkuId, Map<String, Text>>();
        jdbc.sql("select product_id, sku_id, language, title, description from sku_text")
                .query(row -> {
                    texts.computeIfAbsent(skuId(row, "product_id", "sku_id"), id -> new HashMap<>())
                            .put(
                                    row.getString("language"),
                                    new Text(row.getString("title"), row.getString("description")));
                });
        return texts;
    }

    private Map<String, Map<String, String>> productTitles() {
        var titles = new HashMap<String, Map<String, String>>();
        jdbc.sql("select product_id, language, title from product_text").query(row -> {
            titles.computeIfAbsent(row.getString("product_id"), id -> new HashMap<>())
                    .put(row.getString("language"), row.getString("title"));
        });
        return titles;
    }

    private Map<SkuId, List<String>> references(String table, String product, String sku) {
        var references = new HashMap<SkuId, List<String>>();
        jdbc.sql("select product_id, sku_id, %2$s, %3$s from %1$s order by %2$s, %3$s".formatted(table, product, sku))
                .query(row -> {
                    references
                            .computeIfAbsent(skuId(row, "product_id", "sku_id"), id -> new ArrayList<>())
                            .add(skuId(row, product, sku).toString());
                });
        return references;
    }

    /** Business time only moves forward, so prices that are over can be left out. */
    private Map<String, List<Price>> prices(Instant now) {
        var prices = new HashMap<String, List<Price>>();
        jdbc.sql("""
                        select p.availability_id, a.currency, p.effective_from,
                               nullif(p.effective_to, 'infinity') as effective_to, p.unit_amount
                        from price p join availability a on a.id = p.availability_id
                        where p.effective_to > :now
                        order by p.availability_id, p.effective_from desc, p.id""").param("now", now.atOffset(ZoneOffset.UTC)).query(row -> {
            var period = new Period(
                    row.getObject("effective_from", OffsetDateTime.class).toInstant(),
                    instant(row.getObject("effective_to", OffsetDateTime.class)));
            prices.computeIfAbsent(row.getString("availability_id"), id -> new ArrayList<>(1))
                    .add(new Price(period, Money.of(row.getBigDecimal("unit_amount"), row.getString("currency"))));
        });
        return prices;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static SkuId skuId(ResultSet row, String product, String sku) throws SQLException {
        return new SkuId(row.getString(product), row.getString(sku));
    }
}
