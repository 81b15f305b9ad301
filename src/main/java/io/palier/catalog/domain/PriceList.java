package io.palier.catalog.domain;

import io.palier.catalog.AvailabilityId;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.RefusedRow;
import io.palier.catalog.Segment;
import io.palier.catalog.SkuId;
import io.palier.catalog.Term;
import io.palier.catalog.domain.PriceRow.RowText;
import io.palier.shared.Spreadsheets;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a license price list: the monthly CSV of the Partner Center price sheets, with two columns more that are
 * Palier's own, {@code Language} and texts in further languages as {@code SkuTitle.fr}. See docs/catalog.md.
 */
final class PriceList {
    static final List<String> REQUIRED = List.of(
            "ProductId",
            "SkuId",
            "SkuTitle",
            "TermDuration",
            "BillingPlan",
            "Market",
            "Currency",
            "UnitPrice",
            "EffectiveStartDate",
            "Segment");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,13}(\\.[0-9]{1,6}0*)?");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_DESCRIPTION = 10_000;
    // Lists write "always" as 1753-01-02, the first day some databases know.
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    // Lists write "no end" as the last second of a November far away.
    private static final Instant NO_END = Instant.parse("9000-01-01T00:00:00Z");

    private final List<String> languages;
    private final Map<String, Long> seen = new HashMap<>();

    private PriceList(CsvTable table) {
        this.languages = table.columns().stream()
                .filter(column -> column.toLowerCase(Locale.ROOT).startsWith("skutitle."))
                .map(column -> column.substring("skutitle.".length()).toLowerCase(Locale.ROOT))
                .filter(language -> LANGUAGE.matcher(language).matches())
                .toList();
    }

    /** Takes what a list holds, row by row. */
    interface Sink {
        void good(PriceRow row);

        void refused(RefusedRow row);

        /** The row says that the price is gone; that it is missing from the rest says the same. */
        void deleted();
    }

    static void read(InputStream in, Sink sink) throws IOException {
        try (var table = CsvTable.open(in, REQUIRED)) {
            var list = new PriceList(table);
            table.forEach(line -> list.read(line, sink));
        }
    }

    private void read(CsvTable.Line line, Sink sink) {
        try {
            if (!line.isComplete()) {
                throw new RowRefused("columns", String.valueOf(line.cells().size()));
            }
            if (line.cell("ChangeIndicator").toLowerCase(Locale.ROOT).startsWith("delete")) {
                sink.deleted();
                return;
            }
            var row = row(line);
            var before = seen.putIfAbsent(row.id() + " " + row.from(), line.number());
            if (before != null) {
                throw new RowRefused("duplicate", before.toString());
            }
            sink.good(row);
        } catch (RowRefused refused) {
            sink.refused(refused.at(line.number()));
        }
    }

    private PriceRow row(CsvTable.Line line) {
        var sku = SkuId.of(line.cell("ProductId"), line.cell("SkuId"))
                .orElseThrow(() -> new RowRefused("sku", line.cell("ProductId") + ":" + line.cell("SkuId")));
        var term = choice(Term.class, line, "TermDuration", "term");
        var plan = choice(BillingPlan.class, line, "BillingPlan", "plan");
        var segment = choice(Segment.class, line, "Segment", "segment");
        var market = country(line.cell("Market"));
        var currency = currency(line.cell("Currency"));
        if (!(line.cell("PricingTierRangeMin") + line.cell("PricingTierRangeMax")).isEmpty()) {
            throw new RowRefused("tiers", line.cell("PricingTierRangeMin") + "-" + line.cell("PricingTierRangeMax"));
        }
        var from = instant(line.cell("EffectiveStartDate"), "start");
        var to = end(line.cell("EffectiveEndDate"));
        if (to != null && !to.isAfter(from)) {
            throw new RowRefused("end-before-start", line.cell("EffectiveEndDate"));
        }
        return new PriceRow(
                line.number(),
                AvailabilityId.of(sku, term, plan, market, currency, segment),
                sku,
                text(line.cell("Publisher"), LONGEST_TITLE),
                term,
                plan,
                market,
                currency,
                segment,
                isTrial(line.cell("Tags")),
                price(line.cell("UnitPrice")),
                line.cell("ERP Price").isEmpty() ? null : price(line.cell("ERP Price")),
                from,
                to,
                texts(line));
    }

    private List<RowText> texts(CsvTable.Line line) {
        var texts = new ArrayList<RowText>();
        var language =
                line.cell("Language").isEmpty() ? "en" : line.cell("Language").toLowerCase(Locale.ROOT);
        if (!LANGUAGE.matcher(language).matches()) {
            throw new RowRefused("language", line.cell("Language"));
        }
        if (line.cell("SkuTitle").isEmpty()) {
            throw new RowRefused("title", "");
        }
        texts.add(text(line, language, ""));
        for (var further : languages) {
            if (!further.equals(language) && !line.cell("SkuTitle." + further).isEmpty()) {
                texts.add(text(line, further, "." + further));
            }
        }
        return texts;
    }

    private static RowText text(CsvTable.Line line, String language, String suffix) {
        var title = text(line.cell("SkuTitle" + suffix), LONGEST_TITLE);
        var product = text(line.cell("ProductTitle" + suffix), LONGEST_TITLE);
        return new RowText(
                language,
                product.isEmpty() ? title : product,
                title,
                text(line.cell("SkuDescription" + suffix), LONGEST_DESCRIPTION));
    }

    private static String text(String sent, int longest) {
        var cell = Spreadsheets.plain(sent);
        if (cell.length() > longest) {
            throw new RowRefused("too-long", cell);
        }
        if (cell.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw new RowRefused("characters", cell);
        }
        return cell;
    }

    private static <E extends Enum<E>> E choice(Class<E> type, CsvTable.Line line, String column, String reason) {
        var cell = line.cell(column).toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(cell))
                .findFirst()
                .orElseThrow(() -> new RowRefused(reason, line.cell(column)));
    }

    private static String country(String cell) {
        var code = cell.toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) {
            throw new RowRefused("market", cell);
        }
        return code;
    }

    private static String currency(String cell) {
        try {
            return Currency.getInstance(cell.toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new RowRefused("currency", cell);
        }
    }

    private static BigDecimal price(String cell) {
        if (!DECIMAL.matcher(cell).matches()) {
            throw new RowRefused("price", cell);
        }
        return new BigDecimal(cell);
    }

    private static @Nullable Instant end(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        var last = instant(cell, "end");
        if (last.isAfter(NO_END)) {
            return null;
        }
        // The list names the last second that belongs to the price; a period ends at the first that does not.
        return last.getEpochSecond() % 60 == 59 ? last.plusSeconds(1) : last;
    }

    private static Instant instant(String cell, String reason) {
        try {
            var instant = Instant.parse(cell);
            if (instant.isBefore(EARLIEST) || (reason.equals("start") && instant.isAfter(NO_END))) {
                throw new RowRefused(reason, cell);
            }
            return instant.truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw new RowRefused(reason, cell);
        }
    }

    private static boolean isTrial(String tags) {
        return Arrays.stream(tags.split(";")).anyMatch(tag -> tag.strip().equalsIgnoreCase("Trial"));
    }
}
