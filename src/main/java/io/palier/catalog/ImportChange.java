package io.palier.catalog;

import io.palier.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One price an import brings, changes or ends.
 *
 * @param before the price in force before; null if there is none
 * @param after the new price; null if the price ends
 * @param from when the new price starts; null if the price ends
 */
public record ImportChange(
        String title,
        SkuId sku,
        Term term,
        BillingPlan plan,
        String market,
        Segment segment,
        @Nullable Money before,
        @Nullable Money after,
        @Nullable Instant from) {

    /** What happens to the price. */
    public enum Kind {
        ADDED,
        CHANGED,
        ENDED
    }
}
