package io.palier.support.web;

import io.palier.customer.RelationshipId;
import io.palier.shared.Names;
import io.palier.shared.SearchText;
import io.palier.shared.web.FilterAddress;
import io.palier.support.RequestStatus;
import io.palier.support.ServiceRequestFilter;
import io.palier.support.Severity;
import io.palier.support.Side;
import org.jspecify.annotations.Nullable;

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
        return filters().of(path);
    }

    private FilterAddress filters() {
        return new FilterAddress()
                .with("search", SearchText.of(search).typed())
                .with("status", status)
                .with("severity", severity)
                .with("side", side);
    }
}
