package io.palier.subscription.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.Fault;
import io.palier.api.Page;
import io.palier.api.WireDates;
import io.palier.api.WireWords;
import io.palier.catalog.Term;
import io.palier.customer.Customers;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.subscription.CommonEnd;
import io.palier.subscription.CommonEnds;
import io.palier.subscription.SubscriptionId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** On which days the first term of a new subscription can end (commerce contract 4.1 and 4.4). */
@ApiResource
class CommonEndResource {
    private final CommonEnds ends;
    private final Customers customers;
    private final Clock clock;

    CommonEndResource(CommonEnds ends, Customers customers, Clock clock) {
        this.ends = ends;
        this.customers = customers;
        this.clock = clock;
    }

    /** The last day of a month, or the end of other subscriptions. */
    record CommonEndJson(
            String allowedCustomTermEndDateType,
            Instant allowedCustomTermEndDate,
            @Nullable List<SubscriptionId> cotermSubscriptionIds,
            Attributes attributes) {

        static CommonEndJson of(CommonEnd end) {
            return end.isOfMonth()
                    ? new CommonEndJson(
                            "calendarMonthAligned",
                            end.day().atStartOfDay().toInstant(ZoneOffset.UTC),
                            null,
                            Attributes.of("CustomTermEndDate"))
                    : new CommonEndJson(
                            "subscriptionAligned", end.at(), end.subscriptions(), Attributes.of("CustomTermEndDate"));
        }
    }

    /** All of them, or those of one subscription to end with. */
    @GetMapping("/v1/customers/{customer}/subscriptions/customtermenddates")
    Page<CommonEndJson> list(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @RequestParam(required = false) @Nullable String termDuration,
            @RequestParam(required = false) @Nullable String termStartDate,
            @RequestParam(required = false) @Nullable SubscriptionId targetCotermSubscriptionId) {
        var relationship = customers.relationship(viewer, customer);
        return Page.of(ends.list(viewer, relationship, term(termDuration), start(termStartDate)).stream()
                .filter(end -> targetCotermSubscriptionId == null
                        || end.subscriptions().contains(targetCotermSubscriptionId))
                .map(CommonEndJson::of)
                .toList());
    }

    private static Term term(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            throw new Fault(Fault.Code.INVALID_INPUT, "The parameter term_duration is missing.", "term_duration");
        }
        return WireWords.read(Term.class, sent);
    }

    private Instant start(@Nullable String sent) {
        var now = clock.instant();
        var start = sent == null ? null : WireDates.read(sent);
        if (start == null) {
            return now;
        }
        if (start.atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .isBefore(now.atOffset(ZoneOffset.UTC).toLocalDate())) {
            throw new Fault(Fault.Code.INVALID_PROPERTY, "The term cannot start in the past.", "term_start_date");
        }
        return start;
    }
}
