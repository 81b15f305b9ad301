package io.palier.catalog.web;

import io.palier.catalog.Catalog;
import io.palier.catalog.Offer;
import io.palier.catalog.OfferFilter;
import io.palier.catalog.SkuRules;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.shared.Cursor;
import io.palier.shared.web.SafeCsv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A catalog list as a file; without prices for those who may not see them. */
@Component
class CatalogFile {
    private final Catalog catalog;
    private final MessageSource messages;

    CatalogFile(Catalog catalog, MessageSource messages) {
        this.catalog = catalog;
        this.messages = messages;
    }

    void write(Viewer viewer, OfferFilter filter, Locale language, HttpServletResponse response) throws IOException {
        var prices = viewer.may(Right.SEE_PRICES);
        try (var file = SafeCsv.download(response, "catalog.csv")) {
            file.line(head(prices, language));
            Cursor after = null;
            do {
                var slice = catalog.search(filter, language, after);
                for (var offer : slice.rows()) {
                    file.line(row(offer, prices, language));
                }
                after = slice.next();
            } while (after != null);
        }
    }

    private Object[] head(boolean prices, Locale language) {
        var columns = Stream.of(
                "catalog.column.product",
                "catalog.column.sku",
                "catalog.offer",
                "catalog.publisher",
                "catalog.segment",
                "catalog.market",
                "catalog.term",
                "catalog.plan",
                "catalog.rules.minimum",
                "catalog.rules.maximum");
        return Stream.concat(
                        columns, prices ? Stream.of("catalog.column.price", "catalog.column.currency") : Stream.empty())
                .map(column -> text(column, language))
                .toArray();
    }

    private @Nullable Object[] row(Offer offer, boolean prices, Locale language) {
        var limit = offer.maximumQuantity();
        Stream<Object> cells = Stream.of(
                offer.productId(),
                offer.skuId(),
                offer.title(),
                offer.publisher(),
                text("catalog.segment." + offer.segment(), language),
                offer.market(),
                text("catalog.term." + offer.term(), language),
                text("catalog.plan." + offer.plan(), language),
                offer.minimumQuantity(),
                limit == SkuRules.NO_LIMIT ? "" : limit);
        return prices
                ? Stream.concat(
                                cells,
                                Stream.of(
                                        offer.unitPrice().amount().toPlainString(),
                                        offer.unitPrice().currency()))
                        .toArray()
                : cells.toArray();
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
