package io.palier.insight.rest;

import io.palier.api.Fault;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The contract's filters: {@code field op 'value'} and {@code contains(field,'x')}, joined by {@code and} and
 * {@code or}, of which {@code and} binds closer (commerce contract 6.1).
 */
final class AnalyticsFilter {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:'((?:[^']|'')*)'|([A-Za-z][A-Za-z0-9_.]*|-?[0-9][0-9T:.Z+-]*)|([(),]))");
    private static final List<String> OPERATORS = List.of("eq", "ne", "gt", "ge", "lt", "le");
    private static final int LONGEST = 2_000;

    private final List<Token> tokens;
    private final UnaryOperator<String> fields;
    private int at;

    private AnalyticsFilter(List<Token> tokens, UnaryOperator<String> fields) {
        this.tokens = tokens;
        this.fields = fields;
    }

    /** A word, a number, a sign, or text in quotes. */
    private record Token(String text, boolean quoted) {
        boolean is(String word) {
            return !quoted && text.equalsIgnoreCase(word);
        }
    }

    /**
     * Reads a filter.
     *
     * @param fields gives a field its own name, or refuses it
     * @throws Fault 400, for what is no filter
     */
    static Predicate<Map<String, Object>> read(@Nullable String text, UnaryOperator<String> fields) {
        if (text == null || text.isBlank()) {
            return row -> true;
        }
        if (text.length() > LONGEST) {
            throw wrong(text.substring(0, 40));
        }
        var parser = new AnalyticsFilter(tokens(text), fields);
        var wanted = parser.either();
        if (parser.at < parser.tokens.size()) {
            throw wrong(parser.tokens.get(parser.at).text());
        }
        return wanted;
    }

    private static List<Token> tokens(String text) {
        var matcher = TOKEN.matcher(text);
        var tokens = new ArrayList<Token>();
        int end = 0;
        while (end < text.stripTrailing().length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw wrong(text.substring(end, Math.min(text.length(), end + 20)));
            }
            var quoted = matcher.group(1);
            var word = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            tokens.add(
                    quoted == null
                            ? new Token(String.valueOf(word), false)
                            : new Token(quoted.replace("''", "'"), true));
            end = matcher.end();
        }
        return tokens;
    }

    private Predicate<Map<String, Object>> either() {
        var wanted = both();
        while (takes("or")) {
            wanted = wanted.or(both());
        }
        return wanted;
    }

    private Predicate<Map<String, Object>> both() {
        var wanted = one();
        while (takes("and")) {
            wanted = wanted.and(one());
        }
        return wanted;
    }

    private Predicate<Map<String, Object>> one() {
        if (takes("(")) {
            var inner = either();
            expect(")");
            return inner;
        }
        if (takes("contains")) {
            expect("(");
            var field = fields.apply(next().text());
            expect(",");
            var part = next().text().toLowerCase(Locale.ROOT);
            expect(")");
            return row ->
                    String.valueOf(row.get(field)).toLowerCase(Locale.ROOT).contains(part);
        }
        var field = fields.apply(next().text());
        var operator = next().text().toLowerCase(Locale.ROOT);
        if (!OPERATORS.contains(operator)) {
            throw wrong(operator);
        }
        var value = value();
        return row -> compares(row.get(field), operator, value);
    }

    /** Text, a number, or {@code cast('2026-01-01',Edm.DateTimeOffset)}. */
    private String value() {
        if (!takes("cast")) {
            return next().text();
        }
        expect("(");
        var value = next().text();
        expect(",");
        next();
        expect(")");
        return value;
    }

    private static boolean compares(@Nullable Object actual, String operator, String wanted) {
        int order = actual == null ? -1 : order(actual, wanted);
        return switch (operator) {
            case "eq" -> actual != null && order == 0;
            case "ne" -> actual == null || order != 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            case "le" -> order <= 0;
            default -> throw wrong(operator);
        };
    }

    private static int order(Object actual, String wanted) {
        try {
            return switch (actual) {
                case LocalDateTime time -> time.compareTo(time(wanted));
                case Double number -> number.compareTo(Double.valueOf(wanted));
                default -> actual.toString().compareTo(wanted);
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            throw wrong(wanted);
        }
    }

    private static LocalDateTime time(String text) {
        if (text.length() == 10) {
            return LocalDateTime.parse(text + "T00:00:00");
        }
        return text.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
                ? OffsetDateTime.parse(text)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()
                : LocalDateTime.parse(text);
    }

    private Token next() {
        if (at >= tokens.size()) {
            throw wrong("the end");
        }
        return tokens.get(at++);
    }

    private boolean takes(String word) {
        boolean there = at < tokens.size() && tokens.get(at).is(word);
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(String word) {
        if (!takes(word)) {
            throw wrong(at < tokens.size() ? tokens.get(at).text() : "the end");
        }
    }

    private static Fault wrong(String near) {
        return new Fault(Fault.Code.INVALID_INPUT, "The filter is not understood near: " + near, "filter");
    }
}
