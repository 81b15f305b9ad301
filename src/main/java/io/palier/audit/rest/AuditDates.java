package io.palier.audit.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Days as clients of the audit log write them (accounts contract 7.1): {@code 2026-03-05}, {@code 3/5/2026 12:00:00 AM},
 * and the Java client's year, month and day of the <em>year</em>.
 */
final class AuditDates {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,3})(?:[T ].*)?");
    private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?: .*)?");
    private static final int LAST_OF_MONTH = 31;

    private AuditDates() {}

    /** Empty for what is no day. */
    static Optional<LocalDate> read(String sent) {
        try {
            var iso = ISO.matcher(sent.strip());
            if (iso.matches()) {
                return Optional.of(day(number(iso.group(1)), number(iso.group(2)), number(iso.group(3))));
            }
            var american = AMERICAN.matcher(sent.strip());
            if (american.matches()) {
                return Optional.of(
                        LocalDate.of(number(american.group(3)), number(american.group(1)), number(american.group(2))));
            }
            return Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static LocalDate day(int year, int month, int day) {
        return day > LAST_OF_MONTH ? LocalDate.ofYearDay(year, day) : LocalDate.of(year, month, day);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
