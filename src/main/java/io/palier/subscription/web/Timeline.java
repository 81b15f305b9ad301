package io.palier.subscription.web;

import io.palier.organization.AssociationPeriod;
import io.palier.portal.Formats;
import io.palier.subscription.SubscriptionEvent;
import io.palier.subscription.SubscriptionView;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a subscription went through, in a person's words: its own changes between those of reseller and contact. */
@Component
class Timeline {
    private final Formats formats;
    private final MessageSource messages;

    Timeline(Formats formats, MessageSource messages) {
        this.formats = formats;
        this.messages = messages;
    }

    /**
     * One line.
     *
     * @param key message key of its label
     * @param before what it was; null where the label says it all
     * @param by name of the organization that did it; null for what opened it
     * @param person name of the person, if of the viewer's own organization
     */
    record Line(
            Instant at,
            String key,
            @Nullable String before,
            @Nullable String after,
            @Nullable String by,
            @Nullable String person,
            @Nullable String why) {}

    /** Latest first. */
    List<Line> of(
            SubscriptionView seen,
            List<SubscriptionEvent> events,
            List<AssociationPeriod> resellers,
            List<AssociationPeriod> contacts,
            Locale locale) {
        var lines = new ArrayList<Line>();
        events.forEach(event -> lines.add(line(event, locale)));
        resellers.forEach(period -> add(lines, "subscription.reseller", period, resellers));
        contacts.forEach(period -> add(lines, "subscription.contact", period, contacts));
        lines.add(new Line(seen.createdAt(), "audit.subscription.opened", null, null, null, null, null));
        lines.sort(Comparator.comparing(Line::at).reversed());
        return lines;
    }

    private static void add(List<Line> lines, String key, AssociationPeriod period, List<AssociationPeriod> all) {
        var from = period.period().from();
        var before = all.stream()
                .filter(other ->
                        !other.equals(period) && from.equals(other.period().to()))
                .map(AssociationPeriod::name)
                .findFirst()
                .orElse(null);
        lines.add(new Line(from, key, before, period.name(), period.setBy(), null, period.why()));
        var to = period.period().to();
        if (to != null
                && all.stream()
                        .noneMatch(other -> !other.equals(period)
                                && to.equals(other.period().from()))) {
            lines.add(new Line(to, key, period.name(), null, period.endedBy(), null, period.endedWhy()));
        }
    }

    private Line line(SubscriptionEvent event, Locale locale) {
        return new Line(
                event.at(),
                "audit." + event.kind(),
                words(event.kind(), event.before(), locale),
                words(event.kind(), event.after(), locale),
                event.by(),
                event.person(),
                null);
    }

    /** States speak through the label. */
    private @Nullable String words(String kind, @Nullable String value, Locale locale) {
        if (value == null) {
            return null;
        }
        return switch (kind) {
            case "subscription.quantity-changed" -> formats.number(Integer.valueOf(value));
            case "subscription.auto-renew-changed" ->
                messages.getMessage(value.equals("true") ? "subscription.on" : "subscription.off", null, locale);
            case "subscription.renewed" -> day(value);
            case "subscription.renamed", "subscription.upgraded", "subscription.converted" -> value;
            default -> null;
        };
    }

    private String day(String instant) {
        try {
            return Objects.requireNonNull(formats.date(Instant.parse(instant)));
        } catch (DateTimeParseException noInstant) {
            return instant;
        }
    }
}
