package io.palier.subscription.web;

import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.Names;
import io.palier.shared.SearchText;
import io.palier.shared.Uuids;
import io.palier.shared.web.FilterAddress;
import io.palier.subscription.Status;
import io.palier.subscription.SubscriptionFilter;
import io.palier.subscription.SubscriptionSort;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a list of subscriptions as an address holds them; what is unknown does not matter.
 *
 * @param reseller an id, or {@value #DIRECT} for those the provider sells itself
 * @param ending days within which the term ends
 * @param renewal on or off
 * @param kind paid or trial
 */
record ListForm(
        @Nullable String search,
        @Nullable String status,
        @Nullable String reseller,
        @Nullable String ending,
        @Nullable String renewal,
        @Nullable String kind,
        @Nullable String sort) {
    static final String DIRECT = "none";

    SubscriptionFilter filter(@Nullable RelationshipId relationship) {
        return new SubscriptionFilter(
                relationship,
                SearchText.of(search),
                Names.read(Status.class, status).orElse(null),
                null,
                days(),
                Uuids.parse(reseller).map(OrganizationId::new).orElse(null),
                DIRECT.equals(reseller),
                either(kind, "trial", "paid"),
                either(renewal, "on", "off"),
                Names.read(SubscriptionSort.class, sort).orElse(SubscriptionSort.NEWEST));
    }

    private @Nullable Duration days() {
        return ending != null && ending.matches("[1-9][0-9]{0,2}") ? Duration.ofDays(Integer.parseInt(ending)) : null;
    }

    private static @Nullable Boolean either(@Nullable String value, String yes, String no) {
        return yes.equals(value) ? Boolean.TRUE : no.equals(value) ? Boolean.FALSE : null;
    }

    /** The filters by name, without the empty ones. */
    public Map<String, String> parts() {
        return filters().parts();
    }

    /** A page's address with these filters, ready for one parameter more. */
    String address(String path) {
        return filters().of(path);
    }

    private FilterAddress filters() {
        return new FilterAddress()
                .with("search", SearchText.of(search).typed())
                .with("status", status)
                .with("reseller", reseller)
                .with("ending", ending)
                .with("renewal", renewal)
                .with("kind", kind)
                .with("sort", sort);
    }
}
