package io.palier.catalog.rest;

import io.palier.catalog.PriceSheetRow;
import io.palier.shared.Money;
import io.palier.shared.web.SafeCsv;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A license price list as partners download it, with one column of Palier's own, the language (docs/catalog.md). */
final class PriceSheetFile {
    private static final Object[] COLUMNS = {
        "ChangeIndicator",
        "ProductTitle",
        "ProductId",
        "SkuId",
        "SkuTitle",
        "Publisher",
        "SkuDescription",
        "UnitOfMeasure",
        "TermDuration",
        "BillingPlan",
        "Market",
        "Currency",
        "UnitPrice",
        "PricingTierRangeMin",
        "PricingTierRangeMax",
        "EffectiveStartDate",
        "EffectiveEndDate",
        "Tags",
        "ERP Price",
        "Segment",
        "PreviousValues",
        "Language"
    };
    private static final String NO_END = "9999-11-30T23:59:59.0000000Z";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'.0000000Z'", Locale.ROOT);
    private static final int PADDED = 4;
    private static final int CENTS = 2;

    private final SafeCsv csv;

    PriceSheetFile(SafeCsv csv) throws IOException {
        this.csv = csv;
        csv.line(COLUMNS);
    }

    void write(PriceSheetRow row) throws IOException {
        csv.line(
                "Unchanged",
                row.productTitle(),
                row.sku().productId(),
                unpadded(row.sku().number()),
                row.title(),
                row.publisher(),
                row.description(),
                "",
                row.term(),
                capitalized(row.plan()),
                row.market(),
                row.unitPrice().currency(),
                amount(row.unitPrice()),
                "",
                "",
                date(row.from()),
                end(row.to()),
                row.trial() ? "Trial" : "License",
                amount(row.retailPrice()),
                capitalized(row.segment()),
                "",
                row.language());
    }

    /** Lists have {@code 1} where the API has {@code 0001}. */
    private static String unpadded(String number) {
        return number.length() == PADDED ? number.replaceFirst("^0{1,3}", "") : number;
    }

    private static String capitalized(Enum<?> value) {
        return value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static String amount(@Nullable Money money) {
        if (money == null) {
            return "";
        }
        var bare = money.amount().stripTrailingZeros();
        return (bare.scale() < CENTS ? bare.setScale(CENTS) : bare).toPlainString();
    }

    /** The last second that belongs to the price; an end within a minute is written as it is, as it is read. */
    private static String end(@Nullable Instant to) {
        if (to == null) {
            return NO_END;
        }
        return date(to.getEpochSecond() % 60 == 0 ? to.minusSeconds(1) : to);
    }

    private static String date(Instant instant) {
        return DATE.format(instant.atOffset(ZoneOffset.UTC));
    }
}
