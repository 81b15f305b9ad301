package io.palier.organization;

import org.jspecify.annotations.Nullable;

/**
 * A postal address; {@link CountryRules} says what a country asks for.
 *
 * @param country ISO 3166-1 alpha-2, upper case
 * @param line1 1 to 200 characters
 * @param line2 up to 200 characters
 * @param state the country's own code where it has a list, else free text
 */
public record Address(
        String country,
        String line1,
        @Nullable String line2,
        String city,
        @Nullable String state,
        @Nullable String postalCode) {}
