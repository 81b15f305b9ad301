package io.palier.order.web;

import io.palier.catalog.AvailabilityId;
import io.palier.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is picked, offer by offer.
 *
 * @param quantities as typed, kept when wrong
 */
record Selection(Map<AvailabilityId, String> quantities) {
    private static final String PREFIX = "quantity-";

    static Selection of(Map<String, String> parameters) {
        var quantities = new LinkedHashMap<AvailabilityId, String>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                quantities.put(new AvailabilityId(name.substring(PREFIX.length())), value.strip());
            }
        });
        return new Selection(quantities);
    }

    /** With one more offer; one that is picked already stays as typed. */
    Selection plus(AvailabilityId offer, int quantity) {
        var more = new LinkedHashMap<>(quantities);
        more.putIfAbsent(offer, Integer.toString(quantity));
        return new Selection(more);
    }

    Selection minus(String offer) {
        var fewer = new LinkedHashMap<>(quantities);
        fewer.keySet().removeIf(id -> id.value().equals(offer));
        return new Selection(fewer);
    }

    boolean isEmpty() {
        return quantities.isEmpty();
    }

    /** @throws Refusal invalid, field {@code quantity}, for what is no number */
    int quantity(AvailabilityId offer) {
        try {
            return Integer.parseInt(quantities.getOrDefault(offer, ""));
        } catch (NumberFormatException e) {
            throw Refusal.invalid("quantity", "subscription.quantity-no-number");
        }
    }
}
