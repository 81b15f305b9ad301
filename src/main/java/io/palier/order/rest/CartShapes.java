package io.palier.order.rest;

import io.palier.api.Attributes;
import io.palier.api.ClientKind;
import io.palier.api.Fault;
import io.palier.api.Link;
import io.palier.catalog.rest.BillingCycle;
import io.palier.identity.Viewer;
import io.palier.order.CartLine;
import io.palier.order.CartView;
import io.palier.order.rest.CartJson.CartLineJson;
import io.palier.order.rest.CartJson.LineError;
import io.palier.order.rest.CartJson.Participant;
import io.palier.organization.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts carts together as the contract has them, with what is wrong with each line. */
@Component
class CartShapes {
    private static final int ITEM_NOT_VALID = 10001;
    private static final int PARTICIPANT_NOT_SUPPORTED = 10004;
    private static final int INVALID_INPUT = 10010;

    private final LineReader reader;

    CartShapes(LineReader reader) {
        this.reader = reader;
    }

    CartJson of(Viewer viewer, OrganizationId customer, CartView cart, ClientKind client) {
        var lines = new ArrayList<CartLineJson>();
        for (var line : cart.lines()) {
            lines.add(line(viewer, lines.size(), line));
        }
        return new CartJson(
                cart.id().toString(),
                cart.createdAt(),
                cart.modifiedAt(),
                cart.expiresAt(),
                cart.modifiedBy().toString(),
                cart.order() == null ? "Active" : "Ordered",
                lines,
                Link.self("/customers/" + customer + "/carts/" + cart.id()),
                Attributes.of("Cart"));
    }

    /** Whether a line can be ordered as far as its own words go. */
    @Nullable
    LineError error(Viewer viewer, CartLine line) {
        try {
            var read = reader.offer(CartLines.wanted(line));
            reader.read(viewer, List.of(CartLines.wanted(line)));
            return read.allows(line.quantity() == null ? 0 : line.quantity())
                    ? null
                    : new LineError(
                            INVALID_INPUT,
                            "The quantity is not between %d and %d."
                                    .formatted(read.minimumQuantity(), read.maximumQuantity()));
        } catch (Fault fault) {
            return new LineError(number(fault), String.valueOf(fault.getMessage()));
        }
    }

    private static int number(Fault fault) {
        return switch (fault.code().number()) {
            case 800004 -> ITEM_NOT_VALID;
            case 2072, 800015 -> PARTICIPANT_NOT_SUPPORTED;
            default -> INVALID_INPUT;
        };
    }

    private CartLineJson line(Viewer viewer, int number, CartLine line) {
        var cycle = line.billingCycle();
        var partnerId = line.partnerId();
        var addOns = new ArrayList<CartLineJson>();
        for (var addOn : line.addOns()) {
            addOns.add(line(viewer, addOns.size(), addOn));
        }
        return new CartLineJson(
                number,
                line.catalogItem(),
                line.quantity(),
                cycle == null ? null : BillingCycle.valueOf(cycle),
                line.term(),
                line.customTermEnd(),
                line.friendlyName(),
                null,
                partnerId == null ? null : List.of(new Participant(Participant.RESELLER, partnerId)),
                null,
                null,
                addOns.isEmpty() ? null : addOns,
                "0",
                error(viewer, line));
    }
}
