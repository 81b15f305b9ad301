package io.palier.subscription.domain;

import io.palier.subscription.SubscriptionSort;
import java.util.Locale;

/**
 * An order of a list in SQL; the key is text on its way through addresses.
 *
 * @param expression what rows are sorted by, before the id
 * @param type of the key
 */
record ListOrder(String expression, String type, boolean descending) {

    static ListOrder of(SubscriptionSort sort, Locale language) {
        return switch (sort) {
            case NEWEST -> new ListOrder("''", "text", true);
            case ENDING -> new ListOrder("s.ends_at", "timestamptz", false);
            case NAME ->
                new ListOrder(
                        "lower(coalesce(s.nickname, %s))"
                                .formatted(SubscriptionReads.isFrench(language) ? "s.title_fr" : "s.title_en"),
                        "text",
                        false);
            case CUSTOMER -> new ListOrder("k.sort_name", "text", false);
            case QUANTITY -> new ListOrder("s.quantity", "integer", true);
        };
    }

    /** The key of a row, as text. */
    String key() {
        return "(%s)::text".formatted(expression);
    }

    /** Whether it can be a key of this order; addresses can be altered. */
    boolean accepts(String key) {
        return switch (type) {
            case "integer" -> key.matches("[0-9]{1,9}");
            case "timestamptz" ->
                key.matches("[0-9]{4}-[01][0-9]-[0-3][0-9] [0-2][0-9](:[0-5][0-9]){2}(\\.[0-9]+)?[+-][0-9:]+");
            default -> true;
        };
    }

    /** What comes after the row of a key. */
    String after() {
        var sign = descending ? "<" : ">";
        return type.equals("text") && expression.equals("''")
                ? " and s.id < :after and :key::text is not null"
                : " and (%1$s, s.id) %2$s (:key::%3$s, :after)".formatted(expression, sign, type);
    }

    String by() {
        var way = descending ? " desc" : "";
        return expression.equals("''")
                ? " order by s.id desc"
                : " order by %1$s%2$s, s.id%2$s".formatted(expression, way);
    }
}
