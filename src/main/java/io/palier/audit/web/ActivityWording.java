package io.palier.audit.web;

import io.palier.audit.ActivityRecord;
import io.palier.portal.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Records in words people read; templates reach it as {@code wording}. */
@Component("wording")
public class ActivityWording {
    /** What "value" or "organization" is, where it depends on what was done. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("subscription.quantity-changed", "audit.field.licenses"),
            Map.entry("subscription.renamed", "audit.field.nickname"),
            Map.entry("subscription.auto-renew-changed", "audit.field.auto-renew"),
            Map.entry("subscription.upgraded", "audit.field.offer"),
            Map.entry("subscription.converted", "audit.field.offer"),
            Map.entry("subscription.renewed", "audit.field.term-end"),
            Map.entry("subscription.suspended", "audit.field.status"),
            Map.entry("subscription.reactivated", "audit.field.status"),
            Map.entry("subscription.canceled", "audit.field.status"),
            Map.entry("subscription.expired", "audit.field.status"),
            Map.entry("subscription.deleted", "audit.field.status"),
            Map.entry("subscription.partner-of-record-changed", "audit.field.partner-of-record"),
            Map.entry("subscription.support-contact-changed", "audit.field.support-contact"),
            Map.entry("support.opened", "audit.field.handled-by"));

    private static final Set<String> DEPENDING = Set.of("value", "organization");
    private static final Set<String> ORGANIZATIONS = Set.of("organization", "partner", "reseller");

    private final MessageSource messages;
    private final Formats formats;

    ActivityWording(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** One field by its label, before and after in words; empty where there was nothing. */
    public record Line(String label, String before, String after) {}

    /** What was done. */
    public String kind(String kind) {
        return text("audit." + kind, kind);
    }

    /** Who did it, as far as the reader may know. */
    public String person(ActivityRecord record) {
        var person = record.bySystem() ? text("audit.system", "") : Objects.requireNonNullElse(record.person(), "");
        return record.viaApplication() ? (person + " " + text("audit.via-application", "")).strip() : person;
    }

    /** The fields, in the order of their labels. */
    public List<Line> lines(ActivityRecord record) {
        return record.changes().stream()
                .map(change -> new Line(
                        label(record.kind(), change.field()),
                        value(record, change.field(), change.before()),
                        value(record, change.field(), change.after())))
                .sorted((one, other) -> one.label().compareTo(other.label()))
                .toList();
    }

    /** The fields in one line. */
    public String summary(ActivityRecord record) {
        return lines(record).stream()
                .map(line -> line.label() + ": "
                        + (line.before().isEmpty() ? line.after() : line.before() + " → " + line.after()))
                .collect(Collectors.joining("; "));
    }

    private String label(String kind, String field) {
        var special = LABELS.get(kind);
        if (special != null && DEPENDING.contains(field)) {
            return text(special, field);
        }
        return text("audit.field." + field, text("audit.resolved." + field, field));
    }

    private String value(ActivityRecord record, String field, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (ORGANIZATIONS.contains(field)) {
            return record.names().getOrDefault(value.toString(), text("audit.value.another-organization", ""));
        }
        if (field.equals("user")) {
            return record.names().getOrDefault(value.toString(), text("audit.value.a-user", ""));
        }
        return switch (value) {
            case Boolean truth -> truth(truth);
            case Number number -> formats.number(number);
            default -> words(field, value.toString());
        };
    }

    private String words(String field, String value) {
        if (value.startsWith("[") && value.endsWith("]")) {
            return Arrays.stream(value.substring(1, value.length() - 1).split(", "))
                    .filter(one -> !one.isEmpty())
                    .map(one -> word(field, one))
                    .collect(Collectors.joining(", "));
        }
        return word(field, value);
    }

    private String word(String field, String value) {
        if (value.equals("true") || value.equals("false")) {
            return truth(value.equals("true"));
        }
        if (field.equals("roles")) {
            return text("role." + value, value);
        }
        if (field.equals("language")) {
            return Locale.of(value).getDisplayLanguage(LocaleContextHolder.getLocale());
        }
        return text("audit.value." + value, date(value));
    }

    private String truth(boolean truth) {
        return text(truth ? "audit.value.yes" : "audit.value.no", "");
    }

    private String date(String value) {
        try {
            if (value.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return formats.date(LocalDate.parse(value));
            }
            return value.matches("\\d{4}-\\d\\d-\\d\\dT.*Z") ? formats.dateTime(Instant.parse(value)) : value;
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private String text(String key, String otherwise) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()), otherwise);
    }
}
