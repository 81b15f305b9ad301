package io.palier.order.rest;

import io.palier.catalog.rest.BillingCycle;
import io.palier.order.CartLine;
import java.util.List;
import java.util.stream.Stream;

/** The lines of a cart as they are ordered: every add-on behind its base, with its base's reseller. */
final class CartLines {

    private CartLines() {}

    static List<WantedLine> wanted(List<CartLine> lines) {
        return lines.stream()
                .flatMap(line -> Stream.concat(
                        Stream.of(wanted(line, line.partnerId())),
                        line.addOns().stream()
                                .map(addOn -> wanted(
                                        addOn, addOn.partnerId() == null ? line.partnerId() : addOn.partnerId()))))
                .toList();
    }

    static WantedLine wanted(CartLine line) {
        return wanted(line, line.partnerId());
    }

    private static WantedLine wanted(CartLine line, @org.jspecify.annotations.Nullable String partnerId) {
        var cycle = line.billingCycle();
        return new WantedLine(
                line.catalogItem(),
                line.quantity(),
                line.friendlyName(),
                partnerId,
                line.term(),
                cycle == null ? null : BillingCycle.valueOf(cycle),
                line.parent(),
                line.customTermEnd());
    }
}
