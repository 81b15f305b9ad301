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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The activity log of the caller's organization, 90 days back at most. */
@ApiResource
class AuditRecordResource {
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
        var days =
                AuditDays.of(startDate, endDate, request.kept(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var filter = filter(days, request.filter());
        return request.keeping(days.toString())
                .page(
                        KEY_PARTS,
                        (after, limit) -> activity.list(viewer, filter, after, Math.min(limit, MOST)),
                        line -> AuditRecordJson.of(line, viewer.organization(), client, json));
    }

    private static ActivityFilter filter(AuditDays days, @Nullable FieldFilter sent) {
        var all = ActivityFilter.during(days.from(), days.to());
        if (sent == null) {
            return all;
        }
        boolean named = sent.isOn("CompanyName");
        if (sent.operator() != (named ? FieldFilter.Operator.SUBSTRING : FieldFilter.Operator.EQUALS)) {
            throw sent.unsupported();
        }
        return switch (sent.foldedField()) {
            case "companyname" -> all.ofCustomersNamed(SearchText.of(sent.value()));
            case "customerid" -> all.ofCustomer(id(sent));
            case "resourcetype" -> AuditRecordJson.about(sent.value(), all);
            default -> throw sent.unsupported();
        };
    }

    private static UUID id(FieldFilter sent) {
        try {
            return UUID.fromString(sent.value().strip());
        } catch (IllegalArgumentException none) {
            throw new Fault(Fault.Code.INVALID_PROPERTY, "The value is no id of a customer.", sent.field());
        }
    }
}
