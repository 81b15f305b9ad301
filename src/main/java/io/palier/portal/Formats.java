package io.palier.portal;

import io.palier.identity.CurrentViewer;
import io.palier.identity.Viewer;
import io.palier.organization.PhoneNumbers;
import io.palier.shared.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Dates, numbers and money as the person reads them; templates reach it as {@code formats}. */
@Component("formats")
public class Formats {

    /** A date in the person's zone: 23 Nov 2026. */
    public String date(@Nullable Instant instant) {
        return instant == null ? "" : format(FormatStyle.MEDIUM, null).format(instant.atZone(zone()));
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? "" : format(FormatStyle.MEDIUM, null).format(date);
    }

    /** Date and time in the person's zone. */
    public String dateTime(@Nullable Instant instant) {
        return instant == null
                ? ""
                : format(FormatStyle.MEDIUM, FormatStyle.SHORT).format(instant.atZone(zone()));
    }

    /** For {@code <time datetime>}. */
    public String machine(@Nullable Instant instant) {
        return instant == null ? "" : DateTimeFormatter.ISO_INSTANT.format(instant);
    }

    /** Rounded to the currency's digits, with its symbol. */
    public String money(@Nullable Money money) {
        if (money == null) {
            return "";
        }
        var format = NumberFormat.getCurrencyInstance(formatLocale());
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        return format.format(money.rounded().amount());
    }

    public String number(@Nullable Number number) {
        return number == null
                ? ""
                : NumberFormat.getIntegerInstance(formatLocale()).format(number);
    }

    /** A phone number as people read it: +33 1 23 45 67 89. */
    public String phone(@Nullable String e164) {
        return PhoneNumbers.format(e164);
    }

    /** A country's name in the person's language. */
    public String country(@Nullable String iso2) {
        return iso2 == null ? "" : Locale.of("", iso2).getDisplayCountry(LocaleContextHolder.getLocale());
    }

    private static DateTimeFormatter format(FormatStyle date, @Nullable FormatStyle time) {
        var format = time == null
                ? DateTimeFormatter.ofLocalizedDate(date)
                : DateTimeFormatter.ofLocalizedDateTime(date, time);
        return format.withLocale(formatLocale());
    }

    /** English dates and numbers in the form that reads the same everywhere: day, month name, year. */
    private static Locale formatLocale() {
        return LocaleContextHolder.getLocale().getLanguage().equals("fr") ? Locale.FRANCE : Locale.UK;
    }

    private static ZoneId zone() {
        return CurrentViewer.find().map(Viewer::zone).orElse(ZoneOffset.UTC);
    }
}
