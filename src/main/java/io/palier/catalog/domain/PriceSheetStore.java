package io.palier.catalog.domain;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.PriceSheetRow;
import io.palier.catalog.Segment;
import io.palier.catalog.SkuId;
import io.palier.catalog.Term;
import io.palier.shared.Cursor;
import io.palier.shared.Money;
import io.palier.shared.Slice;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Prices of one market with all that a price list says of them. */
@Repository
public class PriceSheetStore {
    private static final String ROWS = """
            select a.id, a.product_id, a.sku_id, d.publisher, t.language, coalesce(pt.title, '') as product_title, t.title,
                   t.description, a.term, a.billing_plan, a.market, a.currency, a.segment, a.is_trial, p.unit_amount,
                   p.retail_amount, p.effective_from, nullif(p.effective_to, 'infinity') as effective_to
            from availability a
            join price p on p.availability_id = a.id and p.effective_to > :now
            join product d on d.id = a.product_id
            join lateral (
                select language, title, description from sku_text k
                where k.product_id = a.product_id and k.sku_id = a.sku_id
                order by language <> 'en', language limit 1) t on true
            left join product_text pt on pt.product_id = a.product_id and pt.language = t.language
            where a.market = :market
            """;
    private static final String AFTER =
            "and (a.product_id, a.sku_id, a.id, p.effective_from) > (:product, :sku, :id, :from::timestamptz)";
    private static final String ORDER = " order by a.product_id, a.sku_id, a.id, p.effective_from limit :limit";

    private final JdbcClient jdbc;

    PriceSheetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are not over, by SKU. */
    public Slice<PriceSheetRow> rows(String market, Instant now, @Nullable Cursor after, int limit) {
        var query = jdbc.sql(ROWS + (after == null ? "" : AFTER) + ORDER)
                .param("market", market)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit + 1);
        if (after != null) {
            query = query.param("product", after.parts().get(0))
                    .param("sku", after.parts().get(1))
                    .param("id", after.parts().get(2))
                    .param("from", after.parts().get(3));
        }
        return Slice.of(query.query(PriceSheetStore::row).list(), limit, PriceSheetStore::key);
    }

    private static List<String> key(PriceSheetRow row) {
        return List.of(
                row.sku().productId(),
                row.sku().number(),
                row.id().value(),
                row.from().toString());
    }

    private static PriceSheetRow row(ResultSet row, int n) throws SQLException {
        var currency = row.getString("currency");
        BigDecimal retail = row.getBigDecimal("retail_amount");
        var to = row.getObject("effective_to", OffsetDateTime.class);
        return new PriceSheetRow(
                new AvailabilityId(row.getString("id")),
                new SkuId(row.getString("product_id"), row.getString("sku_id")),
                row.getString("publisher"),
                row.getString("language"),
                row.getString("product_title"),
                row.getString("title"),
                row.getString("description"),
                Term.valueOf(row.getString("term")),
                BillingPlan.valueOf(row.getString("billing_plan")),
                row.getString("market"),
                Segment.valueOf(row.getString("segment")),
                row.getBoolean("is_trial"),
                Money.of(row.getBigDecimal("unit_amount"), currency),
                retail == null ? null : Money.of(retail, currency),
                Objects.requireNonNull(row.getObject("effective_from", OffsetDateTime.class))
                        .toInstant(),
                to == null ? null : to.toInstant());
    }
}
