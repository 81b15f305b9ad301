package io.palier.organization;

import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Countries as choices of a form; templates reach it as {@code countries}. */
@Component("countries")
public class Countries {

    /** One state, province or the like of a country. */
    public record State(String code, String name) {}

    /** Code to name in the reader's language, sorted the way that language sorts. */
    public Map<String, String> options(Locale language) {
        var options = new LinkedHashMap<String, String>();
        CountryRules.all().stream()
                .map(CountryRules::country)
                .sorted(Comparator.comparing(code -> name(code, language), Collator.getInstance(language)))
                .forEach(code -> options.put(code, name(code, language)));
        return options;
    }

    /** What the country asks for; null while none is chosen, or what is chosen is none. */
    public @Nullable CountryRules rules(@Nullable String country) {
        return CountryRules.isKnown(country) ? CountryRules.of(country) : null;
    }

    /** The country's states, provinces or the like, by name. */
    public List<State> states(CountryRules rules) {
        return rules.states().entrySet().stream()
                .map(state -> new State(state.getKey(), state.getValue()))
                .sorted(Comparator.comparing(State::name))
                .toList();
    }

    /** Whether the country has that state, by code or name. */
    public boolean knows(CountryRules rules, @Nullable String state) {
        return rules.states().entrySet().stream()
                .anyMatch(known -> known.getKey().equalsIgnoreCase(state)
                        || known.getValue().equalsIgnoreCase(state));
    }

    /** A phone number of the country as an example. */
    public String phone(@Nullable String country) {
        return PhoneNumbers.sample(country == null ? "" : country);
    }

    private static String name(String code, Locale language) {
        return Locale.of("", code).getDisplayCountry(language);
    }
}
