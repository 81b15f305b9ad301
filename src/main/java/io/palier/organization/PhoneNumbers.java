package io.palier.organization;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.palier.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** Phone numbers, read as people of a country write them and kept as E.164. */
public final class PhoneNumbers {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int LONGEST = 40;

    private PhoneNumbers() {}

    /**
     * The number as E.164, such as {@code +33123456789}; null for a blank text.
     *
     * @param country ISO 3166-1 alpha-2, for numbers without a country code
     * @throws Refusal invalid, field {@code phone}, for what is no number; its argument is an example
     */
    public static @Nullable String normalize(@Nullable String text, String country) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            if (text.length() <= LONGEST) {
                var number = NUMBERS.parse(text.strip(), country);
                if (NUMBERS.isValidNumber(number) && number.getExtension().isEmpty()) {
                    return NUMBERS.format(number, PhoneNumberFormat.E164);
                }
            }
        } catch (NumberParseException e) {
            // Said below, the same as for a number that cannot exist.
        }
        throw Refusal.invalid("phone", "phone.invalid", sample(country));
    }

    /** An E.164 number as people read it: {@code +33 1 23 45 67 89}; anything else as it is. */
    public static String format(@Nullable String e164) {
        if (e164 == null) {
            return "";
        }
        try {
            return NUMBERS.format(NUMBERS.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }

    /** What stands before a number of the country when one calls from abroad: {@code 33}; 0 for none. */
    public static int callingCode(String country) {
        return NUMBERS.getCountryCodeForRegion(country);
    }

    /** A number of the country as an example. */
    public static String sample(String country) {
        var example = NUMBERS.getExampleNumber(country);
        return NUMBERS.format(
                example == null ? NUMBERS.getExampleNumber("FR") : example, PhoneNumberFormat.INTERNATIONAL);
    }
}
