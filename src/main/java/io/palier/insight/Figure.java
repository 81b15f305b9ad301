package io.palier.insight;

import io.palier.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * One key figure.
 *
 * @param key message {@code insight.figure.<key>}
 * @param value how many, at most {@value Tally#MOST} + 1, which stands for more
 * @param money an amount in place of a number; amounts of other currencies are figures of their own
 * @param href the list behind the figure; null if there is none
 */
public record Figure(
        String key,
        long value,
        @Nullable Money money,
        @Nullable String href) {

    /** Whether there are more than are counted. */
    public boolean isMore() {
        return money == null && value > Tally.MOST;
    }

    /** The number to show. */
    public long shown() {
        return Math.min(value, Tally.MOST);
    }
}
