package io.palier.order.rest;

import io.palier.api.Attributes;
import io.palier.api.ClientKind;
import io.palier.api.Fault;
import io.palier.api.Link;
import io.palier.catalog.rest.BillingCycle;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.order.CartLine;
import io.palier.order.CartView;
import io.palier.order.Orders;
import io.palier.order.rest.CartJson.CartLineJson;
import io.palier.order.rest.CartJson.LineError;
import io.palier.order.rest.CartJson.Participant;
import io.palier.organization.OrganizationId;
import io.palier.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** Puts carts together as the contract has them, with what is wrong with each line. */
@Component
class CartShapes {
    private static final int ITEM_NOT_VALID = 10001;
    private static final int PARTICIPANT_NOT_SUPPORTED = 10004;
    private static final int INVALID_INPUT = 10010;
    private static final Map<String, Integer> END_NUMBERS =
            Map.of("order.custom-end-not-for", 10016, "order.custom-end", 10017);

    private final LineReader reader;
    private final Orders orders;
    private final MessageSource messages;

    CartShapes(LineReader reader, Orders orders, MessageSource messages) {
        this.reader = reader;
        this.orders = orders;
        this.messages = messages;
    }

    CartJson of(Viewer viewer, OrganizationId customer, CartView cart, ClientKind client) {
        var lines = new ArrayList<CartLineJson>();
        for (var line : cart.lines()) {
            lines.add(line(viewer, cart.relationship(), lines.size(), line));
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
    LineError error(Viewer viewer, RelationshipId relationship, CartLine line) {
        try {
            var read = reader.offer(CartLines.wanted(line));
            var ordered = reader.read(viewer, List.of(CartLines.wanted(line))).getFirst();
            var end = orders.problemWithEnd(viewer, relationship, ordered);
            if (end.isPresent()) {
                return error(end.get());
            }
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

    private LineError error(Refusal refused) {
        var text = messages.getMessage(
                "refusal." + refused.code(), refused.arguments().toArray(), Locale.ENGLISH);
        return new LineError(END_NUMBERS.getOrDefault(refused.code(), INVALID_INPUT), text);
    }

    private static int number(Fault fault) {
        return switch (fault.code().number()) {
            case 800004 -> ITEM_NOT_VALID;
            case 2072, 800015 -> PARTICIPANT_NOT_SUPPORTED;
            default -> INVALID_INPUT;
        };
    }

    private CartLineJson line(Viewer viewer, RelationshipId relationship, int number, CartLine line) {
        var cycle = line.billingCycle();
        var partnerId = line.partnerId();
        var parent = line.parent();
        var addOns = new ArrayList<CartLineJson>();
        for (var addOn : line.addOns()) {
            addOns.add(line(viewer, relationship, addOns.size(), addOn));
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
                parent == null
                        ? null
                        : JsonNodeFactory.instance.objectNode().put("ParentSubscriptionId", parent.toString()),
                null,
                addOns.isEmpty() ? null : addOns,
                "0",
                error(viewer, relationship, line));
    }
}
