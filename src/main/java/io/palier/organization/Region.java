package io.palier.organization;

import java.util.Set;

/**
 * Where partners can work together: the European Economic Area with Switzerland, the United Kingdom and the small states
 * among them is one region, the United States with their territories another; elsewhere a country is its own.
 */
public final class Region {
    private static final Set<String> EUROPE = Set.of(
            "AD", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE",
            "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "SM", "VA");
    private static final Set<String> UNITED_STATES = Set.of("US", "PR", "VI", "GU", "AS", "MP");

    private Region() {}

    /** Whether organizations of these two countries, ISO 3166-1 alpha-2, can be partners. */
    public static boolean isSame(String one, String other) {
        return of(one).equals(of(other));
    }

    private static String of(String country) {
        return EUROPE.contains(country) ? "Europe" : UNITED_STATES.contains(country) ? "US" : country;
    }
}
