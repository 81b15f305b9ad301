package io.palier.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.palier.shared.Refusal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRulesTests {

    @ParameterizedTest
    @CsvSource({
        "FR, 75002, '', 75002, ",
        "BE, 1000, '', 1000, ",
        "CH, 1204, '', 1204, ",
        "LU, 1855, '', 1855, ",
        "CA, h2y1c6, Quebec, H2Y 1C6, QC",
        "US, 98052-1234, washington, 98052-1234, WA",
        "GB, sw1a1aa, '', SW1A 1AA, ",
        "NL, 1012js, '', 1012 JS, ",
        "IT, 20121, MI, 20121, MI",
        "PT, 1100-053, '', 1100-053, ",
        "IE, '', Dublin, , Dublin",
        "HK, '', '', , "
    })
    void keepsAnAddressAsItsCountryWritesIt(
            String country, String typedCode, String typedState, String code, String state) {
        var kept = AddressRules.check(new Address(country, " 1 High Street ", "", "Town", typedState, typedCode));
        assertThat(kept.postalCode()).isEqualTo(code);
        assertThat(kept.state()).isEqualTo(state);
        assertThat(kept.line1()).isEqualTo("1 High Street");
        assertThat(kept.line2()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "FR, 7500, '', postalCode",
        "FR, '', '', postalCode",
        "DE, 1011A, '', postalCode",
        "ES, 99001, '', postalCode",
        "CA, D1A 1A1, ON, postalCode",
        "US, 98052, '', state",
        "US, 98052, Ontario, state",
        "XX, 12345, '', country",
        "'', 12345, '', country"
    })
    void namesTheFieldThatBreaksARuleOfTheCountry(String country, String code, String state, String field) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> AddressRules.check(new Address(country, "1 rue", null, "Ville", state, code)))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    @Test
    void namesAllFieldsAtOnce() {
        assertThat(AddressRules.problems(new Address("US", "", "x".repeat(201), " ", null, "1")))
                .extracting(AddressRules.Problem::field)
                .containsExactly("line1", "line2", "postalCode", "city", "state");
    }

    @Test
    void knowsEveryCountryAndItsSampleIsRight() {
        assertThat(CountryRules.all()).hasSameSizeAs(Locale.getISOCountries()).allSatisfy(rules -> {
            assertThat(Currency.getInstance(rules.currency())).isNotNull();
            assertThat(rules.languages()).isNotEmpty();
            if (!rules.postalCodeSample().isEmpty()) {
                assertThat(rules.postalCodeSample()).matches(rules.postalCode());
            }
        });
    }

    @Test
    void takesEuropeForOneRegionAndOtherCountriesForOneEach() {
        assertThat(CountryRules.sameRegion("FR", "CH")).isTrue();
        assertThat(CountryRules.sameRegion("FR", "GB")).isTrue();
        assertThat(CountryRules.sameRegion("FR", "US")).isFalse();
        assertThat(CountryRules.sameRegion("US", "CA")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "01 99 00 12 34, FR, +33199001234",
        "+33 (0)1 99 00 12 34, US, +33199001234",
        "(425) 555-0100, US, +14255550100",
        "022 310 20 30, CH, +41223102030"
    })
    void readsPhoneNumbersAsTheCountryWritesThem(String typed, String country, String kept) {
        assertThat(PhoneNumbers.normalize(typed, country)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"12, FR", "hello, FR", "+999 123456789, FR", "01 99 00 12 34 55 66 77, FR", "=1+1, US"})
    void refusesWhatIsNoPhoneNumber(String typed, String country) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PhoneNumbers.normalize(typed, country))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("phone"));
        assertThat(PhoneNumbers.normalize("  ", "FR")).isNull();
    }
}
