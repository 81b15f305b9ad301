package io.palier.order.web;

import io.palier.customer.RelationshipId;
import io.palier.order.OrderFilter;
import io.palier.organization.OrganizationId;
import io.palier.shared.SearchText;
import io.palier.shared.Uuids;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

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
        var parts = new LinkedHashMap<String, String>();
        put(parts, "search", SearchText.of(search).typed());
        put(parts, "reseller", reseller);
        put(parts, "from", from);
        put(parts, "to", to);
        var address = UriComponentsBuilder.fromPath(path);
        parts.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parts).toUriString() + (parts.isEmpty() ? "?" : "&");
    }

    private static void put(Map<String, String> parts, String name, @Nullable String value) {
        if (value != null && !value.isEmpty() && value.length() <= 100) {
            parts.put(name, value);
        }
    }
}
