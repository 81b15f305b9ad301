package io.palier.audit.web;

import io.palier.audit.Activity;
import io.palier.audit.ActivityFilter;
import io.palier.audit.ActivityRecord;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.portal.Menu;
import io.palier.portal.MenuEntry;
import io.palier.shared.Cursor;
import io.palier.shared.SearchText;
import io.palier.shared.web.SafeCsv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The activity log: what happened in and around the viewer's organization (portal reference 2.14). */
@Controller
@RequestMapping("/activity")
class ActivityPages {
    private static final int EXPORT_PAGE = 1000;
    private static final int EXPORT_PAGES = 100;

    private final Activity activity;
    private final ActivityWording wording;
    private final MessageSource messages;
    private final Clock clock;

    ActivityPages(Activity activity, ActivityWording wording, MessageSource messages, Clock clock) {
        this.activity = activity;
        this.wording = wording;
        this.messages = messages;
        this.clock = clock;
    }

    @Bean
    static Menu activityMenu() {
        return viewer -> viewer.may(Right.SEE_ACTIVITY)
                ? List.of(new MenuEntry(80, "audit.activity", "/activity", "history"))
                : List.of();
    }

    /** What stands in the form above the log; days in the viewer's zone, both included. */
    record Asked(
            LocalDate from,
            LocalDate to,
            SearchText person,
            SearchText customer,
            @Nullable String kind) {

        /** Whether more than the dates narrows the log. */
        public boolean isNarrowed() {
            return kind != null || !person.isEmpty() || !customer.isEmpty();
        }

        ActivityFilter filter(Viewer viewer) {
            return new ActivityFilter(
                    from.atStartOfDay(viewer.zone()).toInstant(),
                    to.plusDays(1).atStartOfDay(viewer.zone()).toInstant(),
                    person,
                    customer,
                    kind);
        }
    }

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        var asked = asked(viewer, typed);
        page.addAttribute(
                "records",
                activity.list(
                        viewer, asked.filter(viewer), Cursor.parse(after, 2).orElse(null)));
        page.addAttribute("asked", asked);
        page.addAttribute("kinds", labels(viewer));
        page.addAttribute("first", after == null);
        return "audit/activity";
    }

    /** The whole filtered log, at most 100,000 lines, read page by page. */
    @GetMapping("/export.csv")
    void export(Viewer viewer, @RequestParam Map<String, String> typed, Locale locale, HttpServletResponse response)
            throws IOException {
        viewer.require(Right.SEE_ACTIVITY);
        var filter = asked(viewer, typed).filter(viewer);
        var first = activity.list(viewer, filter, null, EXPORT_PAGE);
        try (var csv = SafeCsv.download(response, "activity.csv")) {
            csv.line(
                    text("audit.at", locale),
                    text("audit.customer", locale),
                    text("audit.kind", locale),
                    text("audit.organization", locale),
                    text("audit.person", locale),
                    text("audit.changes", locale));
            csv.rows(
                    first,
                    next -> activity.list(viewer, filter, next, EXPORT_PAGE),
                    record -> write(csv, record),
                    EXPORT_PAGES);
        }
    }

    private void write(SafeCsv csv, ActivityRecord record) throws IOException {
        csv.line(
                record.at(),
                record.customer(),
                wording.kind(record.kind()),
                record.organization(),
                wording.person(record),
                wording.summary(record));
    }

    private Asked asked(Viewer viewer, Map<String, String> typed) {
        var today = clock.instant().atZone(viewer.zone()).toLocalDate();
        var to = date(typed.get("to"), today);
        var kind = typed.getOrDefault("kind", "");
        return new Asked(
                date(typed.get("from"), to.minusMonths(1)),
                to,
                SearchText.of(typed.get("person")),
                SearchText.of(typed.get("customer")),
                kind.isEmpty() || kind.indexOf('\0') >= 0 ? null : kind);
    }

    /** What is no date, or one that no log reaches, is as if it had not been typed. */
    private static LocalDate date(@Nullable String typed, LocalDate otherwise) {
        try {
            var date = typed == null || typed.isEmpty() ? otherwise : LocalDate.parse(typed);
            return date.getYear() < 2000 || date.getYear() > 2200 ? otherwise : date;
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    /** Kinds by label, so that they are found. */
    private Map<String, String> labels(Viewer viewer) {
        var labels = new LinkedHashMap<String, String>();
        activity.kinds(viewer).stream()
                .sorted(Comparator.comparing(wording::kind))
                .forEach(kind -> labels.put(kind, wording.kind(kind)));
        return labels;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
