package io.palier.support.web;

import io.palier.customer.RelationshipId;
import io.palier.shared.SearchText;
import io.palier.support.RequestStatus;
import io.palier.support.ServiceRequestFilter;
import io.palier.support.Severity;
import io.palier.support.Side;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filters of a list of service requests as an address holds them; what is unknown does not matter.
 *
 * @param side whether the viewer's organization asked, or was asked
 */
record RequestListForm(
        @Nullable String search,
        @Nullable String status,
        @Nullable String severity,
        @Nullable String side) {

    ServiceRequestFilter filter(@Nullable RelationshipId relationship) {
        return new ServiceRequestFilter(
                relationship,
                null,
                SearchText.of(search),
                Names.read(RequestStatus.class, status).orElse(null),
                Names.read(Severity.class, severity).orElse(null),
                Names.read(Side.class, side).orElse(null));
    }

    /** A page's address with these filters, ready for one parameter more. */
    String address(String path) {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "search", SearchText.of(search).typed());
        put(parts, "status", status);
        put(parts, "severity", severity);
        put(parts, "side", side);
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
