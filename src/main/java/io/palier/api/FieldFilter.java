package io.palier.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a list is asked for: one field compared with one value, or several such joined by {@code and} or {@code or}
 * (accounts contract 2.8).
 *
 * @param field as sent; compare ignoring case and {@code _}, which the Java client puts into some; empty where several are
 *     joined
 * @param value compared ignoring case
 * @param parts what is joined; else empty
 */
public record FieldFilter(String field, String value, Operator operator, List<FieldFilter> parts) {

    public FieldFilter(String field, String value, Operator operator) {
        this(field, value, operator, List.of());
    }

    /** How the field is compared. */
    public enum Operator {
        EQUALS,
        NOT_EQUALS,
        GREATER_THAN,
        GREATER_THAN_OR_EQUALS,
        LESS_THAN,
        LESS_THAN_OR_EQUALS,
        SUBSTRING,
        AND,
        OR,
        STARTS_WITH,
        NOT_STARTS_WITH
    }

    /** Whether this is about a field, however it is spelled. */
    public boolean isOn(String name) {
        return foldedField().equals(name.toLowerCase(Locale.ROOT));
    }

    /** The field in lower case without {@code _}, for comparing. */
    public String foldedField() {
        return field.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** The value in lower case, for comparing. */
    public String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    /**
     * The value as a date.
     *
     * @throws Fault 400, if it is none
     */
    public Instant date() {
        var date = WireDates.read(value);
        if (date == null) {
            throw new Fault(Fault.Code.INVALID_PROPERTY, "The filter on " + field + " has no date.", field);
        }
        return date;
    }

    /** The refusal of a field or operator that the list does not have. */
    public Fault unsupported() {
        return new Fault(
                Fault.Code.UNSUPPORTED, "This list cannot be filtered by " + field + " with " + operator + ".", field);
    }

    /** Empty unless the filter is on that field. */
    public Optional<String> valueOf(String name) {
        return isOn(name) ? Optional.of(value) : Optional.empty();
    }
}
