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
 * @param bySystem whether no person did it
 * @param customer the name of the affected customer, if one is
 */
public record ActivityRecord(
        UUID id,
        Instant at,
        String kind,
        @Nullable String organization,
        @Nullable String person,
        boolean bySystem,
        @Nullable String customer,
        Map<String, Object> before,
        Map<String, Object> after) {

    /** One field before and after; null where it was not there. */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}

    /** The fields by name. */
    public List<Change> changes() {
        var fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        var changes = new ArrayList<Change>();
        for (var field : fields) {
            changes.add(new Change(field, text(before.get(field)), text(after.get(field))));
        }
        return changes;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
