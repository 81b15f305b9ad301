package io.palier.organization;

import io.palier.shared.Refusal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a country asks of an address, and where it belongs (portal reference 2.4, country rule record).
 *
 * @param country ISO 3166-1 alpha-2, upper case
 * @param postalCode what a postal code has to look like, upper case
 * @param postalCodeSample a postal code of the right form; empty where the country has none
 * @param states code to name; empty where the country has no list that addresses use
 * @param region partners of the same region can work together: Europe is one, every other country its own
 * @param currency ISO 4217
 * @param languages ISO 639-1, the most common first
 */
public record CountryRules(
        String country,
        boolean postalCodeRequired,
        Pattern postalCode,
        String postalCodeSample,
        boolean stateRequired,
        Map<String, String> states,
        boolean cityRequired,
        String region,
        String currency,
        List<String> languages) {

    /**
     * The rules of a country by its two letters, in either case.
     *
     * @throws Refusal invalid, field {@code country}, for anything but an ISO 3166-1 country
     */
    public static CountryRules of(@Nullable String iso2) {
        var rules = CountryTable.RULES.get(iso2 == null ? "" : iso2.toUpperCase(Locale.ROOT));
        if (rules == null) {
            throw Refusal.invalid("country", "address.country-unknown");
        }
        return rules;
    }

    public static boolean isKnown(@Nullable String iso2) {
        return iso2 != null && CountryTable.RULES.containsKey(iso2.toUpperCase(Locale.ROOT));
    }

    /** Every country there is, by code. */
    public static List<CountryRules> all() {
        return List.copyOf(CountryTable.RULES.values());
    }

    /** Whether partners in these countries can enter a partnership (portal reference 3.2). */
    public static boolean sameRegion(String oneCountry, String otherCountry) {
        return of(oneCountry).region().equals(of(otherCountry).region());
    }

    static CountryRules unknownInDetail(String country) {
        var currency = currency(country);
        return new CountryRules(
                country,
                false,
                Pattern.compile("[A-Z0-9][A-Z0-9 -]{1,11}"),
                "",
                false,
                Map.of(),
                true,
                CountryTable.region(country),
                currency,
                List.of("en"));
    }

    static String currency(String country) {
        Currency currency = Currency.getInstance(Locale.of("", country));
        return currency == null ? "USD" : currency.getCurrencyCode();
    }
}
