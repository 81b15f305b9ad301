package io.palier.order.rest;

import io.palier.api.ApiResource;
import io.palier.api.ClientKind;
import io.palier.api.Fault;
import io.palier.api.WireWords;
import io.palier.catalog.rest.BillingCycle;
import io.palier.customer.Customers;
import io.palier.identity.Viewer;
import io.palier.order.CartId;
import io.palier.order.CartLine;
import io.palier.order.Carts;
import io.palier.order.rest.CartJson.CartLineJson;
import io.palier.order.rest.CartJson.CheckoutResult;
import io.palier.order.rest.CartJson.Participant;
import io.palier.organization.OrganizationId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.databind.JsonNode;

/** Carts of a customer and their checkout. */
@ApiResource
@RequestMapping("/v1/customers/{customer}/carts")
class CartResource {
    private static final String PARENT = "parentsubscriptionid";

    private final Carts carts;
    private final Customers customers;
    private final CartShapes shapes;
    private final CartCheckout checkout;

    CartResource(Carts carts, Customers customers, CartShapes shapes, CartCheckout checkout) {
        this.carts = carts;
        this.customers = customers;
        this.shapes = shapes;
        this.checkout = checkout;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CartJson create(
            Viewer viewer, @PathVariable OrganizationId customer, @RequestBody CartJson body, ClientKind client) {
        var relationship = customers.relationship(viewer, customer);
        return shapes.of(viewer, customer, carts.create(viewer, relationship, lines(body.lineItems())), client);
    }

    @GetMapping("/{cart}")
    CartJson get(Viewer viewer, @PathVariable OrganizationId customer, @PathVariable CartId cart, ClientKind client) {
        var relationship = customers.relationship(viewer, customer);
        return shapes.of(viewer, customer, carts.get(viewer, relationship, cart), client);
    }

    @PutMapping("/{cart}")
    CartJson replace(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable CartId cart,
            @RequestBody CartJson body,
            ClientKind client) {
        var relationship = customers.relationship(viewer, customer);
        return shapes.of(viewer, customer, carts.replace(viewer, relationship, cart, lines(body.lineItems())), client);
    }

    /** Orders what is in it; the same cart again is answered with the same order. */
    @PostMapping("/{cart}/checkout")
    @ResponseStatus(HttpStatus.CREATED)
    CheckoutResult checkout(
            Viewer viewer, @PathVariable OrganizationId customer, @PathVariable CartId cart, ClientKind client) {
        return checkout.order(viewer, customers.relationship(viewer, customer), cart, client);
    }

    private static List<CartLine> lines(@Nullable List<CartLineJson> sent) {
        return Objects.requireNonNullElse(sent, List.<CartLineJson>of()).stream()
                .map(CartResource::line)
                .toList();
    }

    private static CartLine line(CartLineJson sent) {
        WantedLine.requireNoPromotion(sent.promotionId());
        var cycle = sent.billingCycle();
        return new CartLine(
                bounded(sent.catalogItemId()),
                sent.quantity(),
                bounded(sent.friendlyName()),
                bounded(partnerId(sent)),
                bounded(sent.termDuration()),
                cycle == null || cycle == BillingCycle.UNKNOWN ? null : cycle.name(),
                parent(sent.provisioningContext()),
                sent.customTermEndDate(),
                lines(sent.addOnItems()));
    }

    private static @Nullable String partnerId(CartLineJson sent) {
        return Objects.requireNonNullElse(sent.participants(), List.<Participant>of()).stream()
                .filter(one -> one.key() != null
                        && one.key().replace("_", "").toLowerCase(Locale.ROOT).equals("transactionreseller"))
                .map(Participant::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable UUID parent(@Nullable JsonNode context) {
        if (context == null) {
            return null;
        }
        return context.propertyStream()
                .filter(entry -> WireWords.fold(entry.getKey()).equals(PARENT))
                .map(entry -> entry.getValue().asString("").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(CartResource::id)
                .orElse(null);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Fault(Fault.Code.of(404, 20003), "There is no such subscription.", text);
        }
    }

    private static @Nullable String bounded(@Nullable String text) {
        if (text != null && text.length() > 200) {
            throw new Fault(Fault.Code.INVALID_INPUT, "A text is longer than 200 characters.", text.substring(0, 40));
        }
        return text == null || text.isBlank() ? null : text.strip();
    }
}
