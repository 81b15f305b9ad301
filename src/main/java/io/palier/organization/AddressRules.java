package io.palier.organization;

import io.palier.shared.Refusal;
import io.palier.shared.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether an address has what its country asks for. */
public final class AddressRules {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_NAME = 100;

    private AddressRules() {}

    /**
     * One thing wrong with an address.
     *
     * @param field of {@link Address}
     * @param code of the refusal; its sentence is {@code refusal.<code>}
     */
    public record Problem(String field, String code, List<Object> arguments) {}

    /**
     * The address in the form it is kept: country, state and postal code as the country writes them.
     *
     * @throws Refusal invalid, naming the first field with a problem, such as {@code postalCode}
     */
    public static Address check(Address address) {
        var problems = problems(address);
        if (!problems.isEmpty()) {
            var first = problems.getFirst();
            throw Refusal.invalid(first.field(), first.code(), first.arguments().toArray());
        }
        return normalize(address);
    }

    /** Everything that is wrong, in the order of the fields; empty for a good address. */
    public static List<Problem> problems(Address typed) {
        if (!CountryRules.isKnown(typed.country())) {
            return List.of(problem("country", "address.country-unknown"));
        }
        var address = normalize(typed);
        var rules = CountryRules.of(address.country());
        var problems = new ArrayList<Problem>();
        if (address.line1().isEmpty()) {
            problems.add(problem("line1", "address.line1-required"));
        }
        tooLong(problems, "line1", address.line1(), LONGEST_LINE);
        tooLong(problems, "line2", address.line2(), LONGEST_LINE);
        postalCode(problems, rules, address.postalCode());
        if (rules.cityRequired() && address.city().isEmpty()) {
            problems.add(problem("city", "address.city-required"));
        }
        tooLong(problems, "city", address.city(), LONGEST_NAME);
        state(problems, rules, address.state());
        return List.copyOf(problems);
    }

    private static void postalCode(List<Problem> problems, CountryRules rules, @Nullable String code) {
        if (code == null) {
            if (rules.postalCodeRequired()) {
                problems.add(problem("postalCode", "address.postal-code-required", rules.postalCodeSample()));
            }
        } else if (!rules.postalCode().matcher(code).matches()) {
            problems.add(
                    rules.postalCodeSample().isEmpty()
                            ? problem("postalCode", "address.postal-code-odd")
                            : problem("postalCode", "address.postal-code", rules.postalCodeSample()));
        }
    }

    private static void state(List<Problem> problems, CountryRules rules, @Nullable String state) {
        if (state == null) {
            if (rules.stateRequired()) {
                problems.add(problem("state", "address.state-required"));
            }
        } else if (!rules.states().isEmpty() && !rules.states().containsKey(state)) {
            problems.add(problem("state", "address.state-unknown"));
        } else {
            tooLong(problems, "state", state, LONGEST_NAME);
        }
    }

    private static void tooLong(List<Problem> problems, String field, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            problems.add(problem(field, "address.too-long", longest));
        }
    }

    private static Problem problem(String field, String code, Object... arguments) {
        return new Problem(field, code, List.of(arguments));
    }

    private static Address normalize(Address typed) {
        var rules = CountryRules.of(typed.country());
        return new Address(
                rules.country(),
                typed.line1().strip(),
                orNull(typed.line2()),
                typed.city().strip(),
                state(rules, orNull(typed.state())),
                postalCode(rules, orNull(typed.postalCode())));
    }

    /** A state may be typed as its code or its name; the code is kept. */
    private static @Nullable String state(CountryRules rules, @Nullable String typed) {
        if (typed == null) {
            return null;
        }
        var wanted = SearchText.fold(typed);
        return rules.states().entrySet().stream()
                .filter(state -> SearchText.fold(state.getKey()).equals(wanted)
                        || SearchText.fold(state.getValue()).equals(wanted))
                .map(state -> state.getKey())
                .findFirst()
                .orElse(typed);
    }

    private static @Nullable String postalCode(CountryRules rules, @Nullable String typed) {
        if (typed == null) {
            return null;
        }
        var code = typed.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        var close = code.replace(" ", "");
        return switch (rules.country()) {
            case "CA", "GB" -> close.length() < 5 ? code : spaced(close, close.length() - 3);
            case "NL" -> close.length() == 6 ? spaced(close, 4) : code;
            default -> code;
        };
    }

    private static String spaced(String code, int at) {
        return code.substring(0, at) + " " + code.substring(at);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
