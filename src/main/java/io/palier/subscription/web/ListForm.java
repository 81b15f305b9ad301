package io.palier.subscription.web;

import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.SearchText;
import io.palier.shared.Uuids;
import io.palier.subscription.Status;
import io.palier.subscription.SubscriptionFilter;
import io.palier.subscription.SubscriptionSort;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

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
                one(Status.class, status).orElse(null),
                null,
                days(),
                Uuids.parse(reseller).map(OrganizationId::new).orElse(null),
                DIRECT.equals(reseller),
                either(kind, "trial", "paid"),
                either(renewal, "on", "off"),
                one(SubscriptionSort.class, sort).orElse(SubscriptionSort.NEWEST));
    }

    private @Nullable Duration days() {
        return ending != null && ending.matches("[1-9][0-9]{0,2}") ? Duration.ofDays(Integer.parseInt(ending)) : null;
    }

    private static @Nullable Boolean either(@Nullable String value, String yes, String no) {
        return yes.equals(value) ? Boolean.TRUE : no.equals(value) ? Boolean.FALSE : null;
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> type, @Nullable String name) {
        return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** The filters by name, without the empty ones. */
    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "search", SearchText.of(search).typed());
        put(parts, "status", status);
        put(parts, "reseller", reseller);
        put(parts, "ending", ending);
        put(parts, "renewal", renewal);
        put(parts, "kind", kind);
        put(parts, "sort", sort);
        return parts;
    }

    private static void put(Map<String, String> parts, String name, @Nullable String value) {
        if (value != null && !value.isEmpty() && value.length() <= 100) {
            parts.put(name, value);
        }
    }

    /** A page's address with these filters, ready for one parameter more. */
    String address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        var parts = parts();
        parts.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parts).toUriString() + (parts.isEmpty() ? "?" : "&");
    }
}
