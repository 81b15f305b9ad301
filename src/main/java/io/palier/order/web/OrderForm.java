package io.palier.order.web;

import io.palier.catalog.BillingPlan;
import io.palier.catalog.OfferFilter;
import io.palier.catalog.Term;
import io.palier.organization.OrganizationId;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.SearchText;
import io.palier.shared.Uuids;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new order beside the quantities.
 *
 * @param request hidden; makes a second submit the same order
 * @param action search, next, update or submit
 * @param add an offer to pick
 * @param remove an offer not wanted after all
 * @param after where the next page of offers starts
 * @param quantity never sent; names the quantities as a whole where they are refused
 */
record OrderForm(
        @Nullable UUID request,
        @Nullable String action,
        @Nullable String add,
        @Nullable String remove,
        @Nullable String text,
        @Nullable String term,
        @Nullable String plan,
        @Nullable String after,
        @Nullable String reseller,
        @Nullable String quantity) {

    static OrderForm empty(@Nullable String text, @Nullable OrganizationId reseller) {
        return new OrderForm(
                Uuids.next(),
                null,
                null,
                null,
                text,
                null,
                null,
                null,
                reseller == null ? "" : reseller.toString(),
                null);
    }

    boolean submits() {
        return "submit".equals(action) && add == null && remove == null;
    }

    /** The offers looked for, among those for the customer. */
    OfferFilter of(OfferFilter all) {
        return new OfferFilter(
                all.market(),
                all.currency(),
                all.segment(),
                SearchText.of(text),
                null,
                one(Term.values(), term),
                one(BillingPlan.values(), plan));
    }

    private static <E extends Enum<E>> @Nullable E one(E[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Cursor cursor() {
        return "next".equals(action) ? anyLength(after).orElse(null) : null;
    }

    private static Optional<Cursor> anyLength(@Nullable String text) {
        for (int size = 1; size < 10; size++) {
            var cursor = Cursor.parse(text, size);
            if (cursor.isPresent()) {
                return cursor;
            }
        }
        return Optional.empty();
    }

    /** The partner of record wanted; null for none. */
    @Nullable
    OrganizationId credited() {
        if (reseller == null || reseller.isEmpty()) {
            return null;
        }
        return Uuids.parse(reseller)
                .map(OrganizationId::new)
                .orElseThrow(() -> Refusal.invalid("reseller", "order.reseller-not-possible"));
    }
}
