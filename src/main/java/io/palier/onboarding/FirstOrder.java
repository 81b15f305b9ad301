package io.palier.onboarding;

import io.palier.catalog.Offer;
import io.palier.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions chosen, priced with the prices in force.
 *
 * @param total what one whole term of everything costs; null while nothing is chosen
 */
public record FirstOrder(List<Item> items, @Nullable Money total) {

    /**
     * One line.
     *
     * @param offer null if it can no longer be ordered
     * @param quantity as typed
     * @param problem message key of what is wrong with it; null if nothing is
     * @param amount for the whole term, unrounded; null if it cannot be told
     */
    public record Item(
            String availability,
            @Nullable Offer offer,
            String quantity,
            @Nullable String problem,
            @Nullable Money amount) {

        /** How many licenses; call on an item without a problem. */
        public int licenses() {
            return Integer.parseInt(quantity);
        }
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    public boolean hasProblems() {
        return items.stream().anyMatch(item -> item.problem() != null);
    }

    public boolean holds(String availability) {
        return items.stream().anyMatch(item -> item.availability().equals(availability));
    }
}
