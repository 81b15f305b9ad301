package io.palier.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of an activity log.
 *
 * @param kind its label is the message {@code audit.<kind>}
 * @param organization whose person did it
 * @param person only for people of the reader's own organization; null for others and for the system
 * @param signInName the same person's; null also for an application that acted by itself
 * @param application through which it was done; only if of the reader's own organization
 * @param bySystem whether no person did it
 * @param viaApplication whether it was done through the API
 * @param customer the name of the affected customer, if one is
 * @param names of organizations and people among the values, by id, as far as the reader may know them
 */
public record ActivityRecord(
        UUID id,
        Instant at,
        String kind,
        @Nullable String organization,
        @Nullable String person,
        @Nullable String signInName,
        @Nullable UUID application,
        boolean bySystem,
        boolean viaApplication,
        @Nullable UUID customerId,
        @Nullable String customer,
        Map<String, Object> before,
        Map<String, Object> after,
        Map<String, String> names) {

    /** One field before and after; null where it was not there. */
    public record Change(
            String field, @Nullable Object before, @Nullable Object after) {}

    /** The fields by name. */
    public List<Change> changes() {
        var fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        var changes = new ArrayList<Change>();
        for (var field : fields) {
            changes.add(new Change(field, before.get(field), after.get(field)));
        }
        return changes;
    }

    ActivityRecord naming(Map<String, String> known) {
        return new ActivityRecord(
                id,
                at,
                kind,
                organization,
                person,
                signInName,
                application,
                bySystem,
                viaApplication,
                customerId,
                customer,
                before,
                after,
                known);
    }
}
