package io.palier.audit;

import io.palier.shared.SearchText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of an activity log is wanted.
 *
 * @param from inclusive
 * @param to exclusive
 * @param person part of a name or sign-in name of the organization's own people
 * @param customer part of a customer's name
 * @param kind exactly this kind; null for all
 * @param customerId exactly this customer; null for all
 * @param area what the kinds begin with: {@code subscription}; null for all
 * @param ofCustomer whether it must, or must not, be about a customer; null for both
 */
public record ActivityFilter(
        Instant from,
        Instant to,
        SearchText person,
        SearchText customer,
        @Nullable String kind,
        @Nullable UUID customerId,
        @Nullable String area,
        @Nullable Boolean ofCustomer) {
    private static final SearchText ANY = SearchText.of("");

    public ActivityFilter(Instant from, Instant to, SearchText person, SearchText customer, @Nullable String kind) {
        this(from, to, person, customer, kind, null, null, null);
    }

    /** Everything of a time. */
    public static ActivityFilter during(Instant from, Instant to) {
        return new ActivityFilter(from, to, ANY, ANY, null);
    }

    /** Only what is about customers whose name has this part. */
    public ActivityFilter ofCustomersNamed(SearchText part) {
        return new ActivityFilter(from, to, person, part, kind, customerId, area, ofCustomer);
    }

    /** Only what is about that customer. */
    public ActivityFilter ofCustomer(UUID id) {
        return new ActivityFilter(from, to, person, customer, kind, id, area, ofCustomer);
    }

    /** Only that kind. */
    public ActivityFilter ofKind(String wanted) {
        return new ActivityFilter(from, to, person, customer, wanted, customerId, area, ofCustomer);
    }

    /** Only kinds of an area. */
    public ActivityFilter in(String wanted, @Nullable Boolean aboutCustomer) {
        return new ActivityFilter(from, to, person, customer, kind, customerId, wanted, aboutCustomer);
    }
}
