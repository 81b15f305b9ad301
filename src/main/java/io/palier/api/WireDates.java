package io.palier.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates as clients write and read them: ISO 8601 with or without zone (UTC then), time or fraction, epoch milliseconds;
 * written in UTC with milliseconds at the most. The year 1 means "no value" (accounts contract 2.5).
 */
public final class WireDates {
    /** What clients write, and expect, where there is no date. */
    public static final Instant NONE = Instant.parse("0001-01-01T00:00:00Z");

    private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("M/d/yyyy[ h:mm:ss a]", Locale.US);
    private static final DateTimeFormatter INVARIANT = DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss", Locale.US);

    private WireDates() {}

    /**
     * Reads any of the forms.
     *
     * @return null for an empty text and for the year 1
     * @throws Fault 400 for anything else
     */
    public static @Nullable Instant read(String text) {
        var trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return null;
        }
        var instant = parse(trimmed);
        return instant.atOffset(ZoneOffset.UTC).getYear() <= 1 ? null : instant;
    }

    private static Instant parse(String text) {
        try {
            if (text.indexOf('/') > 0) {
                return slashed(text);
            }
            if (text.length() <= 10) {
                return day(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return text.matches(".*(Z|z|[+-]\\d{2}:?\\d{2})$")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException | NumberFormatException wrong) {
            throw new Fault(Fault.Code.INVALID_PROPERTY, "This is no date in ISO 8601.", text);
        }
    }

    private static Instant slashed(String text) {
        if (text.length() <= 10) {
            return LocalDate.parse(text, US).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        var upper = text.toUpperCase(Locale.ROOT);
        return LocalDateTime.parse(upper, upper.endsWith("M") ? US : INVARIANT).toInstant(ZoneOffset.UTC);
    }

    /** The Java client writes the day of the year where the day of the month belongs (accounts contract 7.1). */
    private static LocalDate day(String text) {
        var parts = text.split("-", -1);
        if (parts.length == 3 && Integer.parseInt(parts[2]) > 31) {
            return LocalDate.ofYearDay(Integer.parseInt(parts[0]), Integer.parseInt(parts[2]));
        }
        return LocalDate.parse(text);
    }
}
