package io.palier.shared;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of state for the audit trail. Never holds secrets or names of persons.
 *
 * @param actor who
 * @param kind what, stable: {@code partnership.removed}; its label is the message {@code audit.<kind>}
 * @param subject what kind of thing was changed: {@code partnership}
 * @param subjectId which one
 * @param customer the affected customer organization, if one is
 * @param concerned organizations in whose activity log this also appears, beside the actor's
 * @param before fields before; empty for something new
 * @param after fields after; empty for something gone
 */
public record AuditEntry(
        Actor actor,
        String kind,
        String subject,
        UUID subjectId,
        @Nullable UUID customer,
        Set<UUID> concerned,
        Map<String, Object> before,
        Map<String, Object> after) {

    public static AuditEntry of(Actor actor, String kind, String subject, TypedId id) {
        return new AuditEntry(actor, kind, subject, id.value(), null, Set.of(), Map.of(), Map.of());
    }

    public AuditEntry customer(TypedId customer) {
        return new AuditEntry(actor, kind, subject, subjectId, customer.value(), concerned, before, after);
    }

    public AuditEntry concerning(TypedId... organizations) {
        var all = new LinkedHashSet<>(concerned);
        List.of(organizations).forEach(id -> all.add(id.value()));
        return new AuditEntry(actor, kind, subject, subjectId, customer, all, before, after);
    }

    /** A field's value before and after; null stands for "none". */
    public AuditEntry change(String field, @Nullable Object from, @Nullable Object to) {
        return new AuditEntry(
                actor,
                kind,
                subject,
                subjectId,
                customer,
                concerned,
                with(before, field, from),
                with(after, field, to));
    }

    private static Map<String, Object> with(Map<String, Object> fields, String field, @Nullable Object value) {
        var all = new HashMap<>(fields);
        if (value != null) {
            all.put(field, plain(value));
        }
        return all;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case TypedId id -> id.value().toString();
            case Money money -> money.amount().toPlainString() + " " + money.currency();
            case Object[] values -> Arrays.toString(values);
            case Number number -> number;
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }
}
