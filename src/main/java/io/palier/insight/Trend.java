package io.palier.insight;

import io.palier.shared.Money;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Subscriptions of one viewer in numbers.
 *
 * @param rows by what was counted, then by label in order
 */
record Trend(Map<String, Map<String, BigDecimal>> rows, YearMonth month) {
    private static final int MONTHS = 12;

    long of(String what) {
        return of(what, "").longValue();
    }

    private BigDecimal of(String what, String label) {
        return rows.getOrDefault(what, Map.of()).getOrDefault(label, BigDecimal.ZERO);
    }

    /** What began and what ended, month by month to the present one. */
    Chart months(Locale language) {
        var format = DateTimeFormatter.ofPattern("LLL uu", language);
        var labels = new ArrayList<String>();
        var started = new ArrayList<Long>();
        var ended = new ArrayList<Long>();
        for (int ago = MONTHS - 1; ago >= 0; ago--) {
            var past = month.minusMonths(ago);
            labels.add(format.format(past));
            started.add(of("started", past.toString()).longValue());
            ended.add(of("ended", past.toString()).longValue());
        }
        return new Chart(
                "months",
                Chart.Shape.COLUMNS,
                labels,
                List.of(new Chart.Series("started", started), new Chart.Series("ended", ended)));
    }

    /** One bar a name, the longest first, one color a series; names are those of the first series. */
    Chart bars(String key, String... series) {
        var labels =
                List.copyOf(rows.getOrDefault(series[0], new LinkedHashMap<>()).keySet());
        var colors = new ArrayList<Chart.Series>();
        for (var one : series) {
            colors.add(new Chart.Series(
                    one,
                    labels.stream().map(label -> of(one, label).longValue()).toList()));
        }
        return new Chart(key, Chart.Shape.BARS, labels, colors);
    }

    /** Amounts a month, one for each currency. */
    List<Money> monthly() {
        return rows.getOrDefault("monthly", Map.of()).entrySet().stream()
                .map(one -> Money.of(one.getValue(), one.getKey()))
                .toList();
    }
}
