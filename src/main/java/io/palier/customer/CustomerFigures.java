package io.palier.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the module that holds subscriptions tells of customers; implemented there, at most once. */
public interface CustomerFigures {
    /**
     * A customer's subscriptions in short.
     *
     * @param active how many run
     * @param suspended how many are suspended
     * @param licenses how many licenses the active ones have together
     * @param names of the first few, for the expanded row
     */
    record Figures(int active, int suspended, int licenses, List<String> names) {
        public static final Figures NONE = new Figures(0, 0, 0, List.of());

        public boolean isNone() {
            return active == 0 && suspended == 0;
        }
    }

    /** For several relationships at once; those without subscriptions may be left out. */
    Map<RelationshipId, Figures> of(Collection<RelationshipId> relationships);
}
