package io.palier.order.web;

import io.palier.customer.RelationshipId;
import io.palier.order.OrderFilter;
import io.palier.organization.OrganizationId;
import io.palier.shared.SearchText;
import io.palier.shared.Uuids;
import io.palier.shared.web.FilterAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a list of orders as an address holds them; what is unknown does not matter.
 *
 * @param from the first day, year first
 * @param to the last day
 */
record OrderListForm(
        @Nullable String search,
        @Nullable String reseller,
        @Nullable String from,
        @Nullable String to) {

    OrderFilter filter(@Nullable RelationshipId relationship, ZoneId zone) {
        return new OrderFilter(
                relationship,
                SearchText.of(search),
                Uuids.parse(reseller).map(OrganizationId::new).orElse(null),
                begin(from, 0, zone),
                begin(to, 1, zone));
    }

    private static @Nullable Instant begin(@Nullable String day, int later, ZoneId zone) {
        try {
            return day == null || !day.matches("[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
                    ? null
                    : LocalDate.parse(day).plusDays(later).atStartOfDay(zone).toInstant();
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    /** A page's address with these filters, ready for one parameter more. */
    String address(String path) {
        return filters().of(path);
    }

    private FilterAddress filters() {
        return new FilterAddress()
                .with("search", SearchText.of(search).typed())
                .with("reseller", reseller)
                .with("from", from)
                .with("to", to);
    }
}
