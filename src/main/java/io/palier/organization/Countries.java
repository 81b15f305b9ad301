package io.palier.organization;

import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Countries as choices of a form; templates reach it as {@code countries}. */
@Component("countries")
public class Countries {

    /** One state, province or the like, and the country it belongs to. */
    public record State(String country, String code, String name) {}

    /** Code to name in the reader's language, sorted the way that language sorts. */
    public Map<String, String> options(Locale language) {
        var options = new LinkedHashMap<String, String>();
        CountryRules.all().stream()
                .map(CountryRules::country)
                .sorted(Comparator.comparing(code -> name(code, language), Collator.getInstance(language)))
                .forEach(code -> options.put(code, name(code, language)));
        return options;
    }

    /** The states of all countries whose addresses need one. */
    public List<State> states() {
        return CountryRules.all().stream()
                .flatMap(rules -> rules.states().entrySet().stream()
                        .map(state -> new State(rules.country(), state.getKey(), state.getValue())))
                .toList();
    }

    private static String name(String code, Locale language) {
        return Locale.of("", code).getDisplayCountry(language);
    }
}
