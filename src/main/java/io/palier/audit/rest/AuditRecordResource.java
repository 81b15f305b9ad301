package io.palier.audit.rest;

import io.palier.api.ApiResource;
import io.palier.api.ClientKind;
import io.palier.api.Fault;
import io.palier.api.FieldFilter;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import io.palier.audit.Activity;
import io.palier.audit.ActivityFilter;
import io.palier.identity.Viewer;
import io.palier.shared.SearchText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The activity log of the caller's organization, 90 days back at most. */
@ApiResource
class AuditRecordResource {
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final Duration USUAL = Duration.ofDays(30);
    private static final int KEY_PARTS = 2;
    private static final int MOST = 500;

    private final Activity activity;
    private final Clock clock;
    private final JsonMapper json;

    AuditRecordResource(Activity activity, Clock clock, JsonMapper json) {
        this.activity = activity;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping("/v1/auditrecords")
    Page<AuditRecordJson> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String startDate,
            @RequestParam(required = false) @Nullable String endDate,
            ListRequest request,
            ClientKind client) {
        var now = clock.instant();
        var start = startDate == null || startDate.isBlank() ? now.minus(USUAL) : day(startDate);
        if (start.isBefore(now.minus(LONGEST).minus(Duration.ofDays(1)))) {
            throw new Fault(Fault.Code.INVALID_INPUT, "The log is read 90 days back at most.", "startDate");
        }
        var end = endDate == null || endDate.isBlank()
                ? now.plus(USUAL)
                : day(endDate).plus(Duration.ofDays(1));
        var filter = filter(start, end, request.filter());
        return request.page(
                KEY_PARTS,
                (after, limit) -> activity.list(viewer, filter, after, Math.min(limit, MOST)),
                line -> AuditRecordJson.of(line, viewer.organization(), client, json));
    }

    private static Instant day(String sent) {
        LocalDate day =
                AuditDates.read(sent).orElseThrow(() -> new Fault(Fault.Code.INVALID_INPUT, "This is no date.", sent));
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static ActivityFilter filter(Instant from, Instant to, @Nullable FieldFilter sent) {
        var none = SearchText.of("");
        if (sent == null) {
            return new ActivityFilter(from, to, none, none, null);
        }
        if (sent.isOn("CompanyName")) {
            return new ActivityFilter(from, to, none, SearchText.of(sent.value()), null);
        }
        throw sent.unsupported();
    }
}
