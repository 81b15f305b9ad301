package io.palier.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.shared.Money;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrendTests {

    @Test
    void amountsOfDifferentCurrenciesAreNeverAdded() {
        var trend = trend(Map.of("monthly", Map.of("EUR", new BigDecimal("10.50"), "USD", BigDecimal.ONE)));
        assertThat(trend.monthly()).containsExactlyInAnyOrder(Money.of("10.50", "EUR"), Money.of("1", "USD"));
    }

    @Test
    void twelveMonthsEndWithThePresentOneAndKeepTheirZeros() {
        var trend = trend(Map.of(
                "started", Map.of("2026-11", BigDecimal.TEN, "2025-12", BigDecimal.ONE),
                "ended", Map.of("2026-03", BigDecimal.TWO)));
        var chart = trend.months(Locale.FRENCH);
        assertThat(chart.labels()).hasSize(12).startsWith("déc. 25").endsWith("nov. 26");
        assertThat(chart.series().getFirst().values())
                .isEqualTo(List.of(1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 10L));
        assertThat(chart.series().getLast().values().get(3)).isEqualTo(2);
    }

    @Test
    void aSecondColorHasAValueForEveryBar() {
        var trend =
                trend(Map.of("products", Map.of("Basic", BigDecimal.TEN), "assigned", Map.of("Other", BigDecimal.ONE)));
        var chart = trend.bars("licenses", "products", "assigned");
        assertThat(chart.labels()).containsExactly("Basic");
        assertThat(chart.series().getLast().values()).containsExactly(0L);
        assertThat(chart.isEmpty()).isFalse();
    }

    private static Trend trend(Map<String, Map<String, BigDecimal>> rows) {
        return new Trend(rows, YearMonth.of(2026, 11));
    }
}
