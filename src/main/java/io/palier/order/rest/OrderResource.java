package io.palier.order.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.ClientKind;
import io.palier.api.Fault;
import io.palier.api.Link;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import io.palier.application.Caller;
import io.palier.catalog.BillingPlan;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.order.OrderId;
import io.palier.order.OrderView;
import io.palier.order.Orders;
import io.palier.order.rest.OrderJson.LineJson;
import io.palier.organization.OrganizationId;
import io.palier.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Orders of a customer. */
@ApiResource
@RequestMapping("/v1/customers/{customer}/orders")
class OrderResource {
    private final Orders orders;
    private final Customers customers;
    private final OrderPlacing placing;
    private final OrderPatch patch;
    private final OrderShapes shapes;

    OrderResource(Orders orders, Customers customers, OrderPlacing placing, OrderPatch patch, OrderShapes shapes) {
        this.orders = orders;
        this.customers = customers;
        this.placing = placing;
        this.patch = patch;
        this.shapes = shapes;
    }

    /**
     * Places an order. Crediting a reseller needs an app+user token, as in the contract; a repeated request id is
     * answered with the order it made.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OrderJson place(
            Caller caller, @PathVariable OrganizationId customer, @RequestBody OrderJson body, ClientKind client) {
        var viewer = caller.viewer();
        var relationship = customers.relationship(viewer, customer);
        var wanted = wanted(body);
        if (!caller.withUser() && wanted.stream().anyMatch(line -> line.partnerId() != null)) {
            throw new Fault(Fault.Code.FORBIDDEN, "Ordering for a reseller's customer needs an app+user token.");
        }
        return shapes.of(placing.place(viewer, UUID.randomUUID(), relationship, wanted), true, client);
    }

    /** Lines in the order of their numbers, which go from 0 without a gap. */
    private static List<WantedLine> wanted(OrderJson body) {
        var lines = Objects.requireNonNullElse(body.lineItems(), List.<LineJson>of());
        for (int i = 0; i < lines.size(); i++) {
            int number = i;
            if (lines.stream().noneMatch(line -> Objects.equals(line.lineItemNumber(), number))) {
                throw new Fault(
                        Fault.Code.of(400, 800071), "Line numbers go from 0 on without a gap.", "lineItemNumber");
            }
        }
        return lines.stream()
                .sorted(java.util.Comparator.comparing(LineJson::lineItemNumber))
                .map(line -> line.wanted(body.billingCycle()))
                .toList();
    }

    /** The newest first, of one billing type where that is asked for. */
    @GetMapping
    Page<OrderJson> list(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @RequestParam(required = false) @Nullable String includePrice,
            @RequestParam(required = false) @Nullable String billingType,
            ListRequest request,
            ClientKind client) {
        var relationship = customers.relationship(viewer, customer);
        var wanted = ofBillingType(billingType);
        var all = request.page(1, (after, limit) -> orders.list(viewer, relationship, after), order -> order);
        var kept = all.items().stream().filter(wanted).toList();
        return Page.of(shapes.of(kept, isTrue(includePrice), client));
    }

    private static Predicate<OrderView> ofBillingType(@Nullable String sent) {
        var type = sent == null ? "" : sent.strip().toLowerCase(Locale.ROOT).replace("_", "");
        if (type.isEmpty() || type.equals("unknown")) {
            return order -> true;
        }
        var plan = switch (type) {
            case "monthly" -> BillingPlan.MONTHLY;
            case "annual" -> BillingPlan.ANNUAL;
            case "none" -> BillingPlan.NONE;
            case "onetime", "triennial" -> BillingPlan.TRIENNIAL;
            default -> throw new Fault(Fault.Code.UNKNOWN_VALUE, "There is no such billing type.", type);
        };
        return order -> order.lines().stream().anyMatch(line -> line.plan() == plan);
    }

    private static boolean isTrue(@Nullable String sent) {
        return sent != null && sent.strip().equalsIgnoreCase("true");
    }

    @GetMapping("/{order}")
    OrderJson get(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable OrderId order,
            @RequestParam(required = false) @Nullable String includePrice,
            ClientKind client) {
        return shapes.of(find(viewer, customer, order), isTrue(includePrice), client);
    }

    /** Adds an add-on to what the order bought, or cancels the order; the billing cycle stays what it is. */
    @PatchMapping("/{order}")
    OrderJson change(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable OrderId order,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody OrderJson body,
            ClientKind client) {
        var seen = find(viewer, customer, order);
        OrderShapes.tag(seen).requireMatch(ifMatch);
        patch.apply(viewer, seen, body);
        return shapes.of(find(viewer, customer, order), false, client);
    }

    @GetMapping("/{order}/provisioningstatus")
    Page<LineProvisioning> provisioning(
            Viewer viewer, @PathVariable OrganizationId customer, @PathVariable OrderId order) {
        return Page.of(find(viewer, customer, order).lines().stream()
                .map(line -> new LineProvisioning(
                        line.line() - 1,
                        "Fulfilled",
                        List.of(new QuantityProvisioning(line.quantity(), "Fulfilled")),
                        Attributes.of("OrderLineItemProvisioningStatus")))
                .toList());
    }

    /** Licenses are there as soon as they are ordered. */
    record LineProvisioning(
            int lineItemNumber,
            String status,
            List<QuantityProvisioning> quantityProvisioningInformation,
            Attributes attributes) {}

    /** How many have come. */
    record QuantityProvisioning(int quantity, String status) {}

    /** Nothing that is sold here is activated at its publisher's. */
    @GetMapping("/{order}/activationlinks")
    Page<Link> activationLinks(Viewer viewer, @PathVariable OrganizationId customer, @PathVariable OrderId order) {
        find(viewer, customer, order);
        return Page.of(List.of());
    }

    /** The same for one line. @throws Refusal not found, for a line that the order has not */
    @GetMapping("/{order}/lineitems/{line}/activationlinks")
    Page<Link> activationLinks(
            Viewer viewer, @PathVariable OrganizationId customer, @PathVariable OrderId order, @PathVariable int line) {
        if (find(viewer, customer, order).lines().stream().noneMatch(bought -> bought.line() - 1 == line)) {
            throw Refusal.notFound();
        }
        return Page.of(List.of());
    }

    private OrderView find(Viewer viewer, OrganizationId customer, OrderId order) {
        RelationshipId relationship = customers.relationship(viewer, customer);
        return orders.get(viewer, relationship, order);
    }
}
