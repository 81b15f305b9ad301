package io.palier.notification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An argument of a notification's sentence, in each language a person may read it in. */
public record Words(String english, String french) {

    /** A name, the same in all languages. */
    public static Words of(String name) {
        return new Words(name, name);
    }

    /** A title that may not be translated. */
    static Words of(String english, @Nullable String french) {
        return new Words(english, Objects.requireNonNullElse(french, english));
    }

    /** A day, by UTC. */
    static Words of(Instant day) {
        return new Words(date(day, Locale.UK), date(day, Locale.FRANCE));
    }

    private static String date(Instant day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day.atZone(ZoneOffset.UTC));
    }
}
