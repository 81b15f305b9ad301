package io.palier.subscription.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.Fault;
import io.palier.api.Page;
import io.palier.customer.Customers;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.Refusal;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.Subscriptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The way from legacy subscriptions to the new commerce (commerce contract 4.5). All subscriptions here are sold by it,
 * so that none can be migrated and none was.
 */
@ApiResource
@RequestMapping("/v1")
class MigrationResource {
    private static final int OTHER = 0;
    private static final String NOTHING = "This subscription is no legacy one: there is nothing to migrate.";

    private final Subscriptions subscriptions;
    private final Customers customers;

    MigrationResource(Subscriptions subscriptions, Customers customers) {
        this.subscriptions = subscriptions;
        this.customers = customers;
    }

    /** What is to be migrated. */
    record MigrationJson(@Nullable SubscriptionId currentSubscriptionId) {}

    /** Why it cannot be. */
    record MigrationError(int code, String description) {}

    /** Whether a subscription can be migrated. */
    record EligibilityJson(
            SubscriptionId currentSubscriptionId,
            boolean isEligible,
            List<MigrationError> errors,
            List<Object> addOnMigrations,
            Attributes attributes) {}

    /** @throws Fault 400, without a subscription; 404, for one that is not this customer's */
    @PostMapping("/customers/{customer}/migrations/newcommerce/validate")
    EligibilityJson validate(Viewer viewer, @PathVariable OrganizationId customer, @RequestBody MigrationJson body) {
        return new EligibilityJson(
                current(viewer, customer, body),
                false,
                List.of(new MigrationError(OTHER, NOTHING)),
                List.of(),
                Attributes.of("NewCommerceEligibility"));
    }

    private SubscriptionId current(Viewer viewer, OrganizationId customer, MigrationJson body) {
        customers.relationship(viewer, customer);
        var id = body.currentSubscriptionId();
        if (id == null) {
            throw new Fault(Fault.Code.INVALID_PROPERTY, "The subscription is missing.", "currentSubscriptionId");
        }
        return subscriptions.get(viewer, customer, id).id();
    }

    /** @throws Fault 400, code 800042, always */
    @PostMapping({
        "/customers/{customer}/migrations/newcommerce",
        "/customers/{customer}/migrations/newcommerce/schedules"
    })
    void migrate(Viewer viewer, @PathVariable OrganizationId customer, @RequestBody MigrationJson body) {
        var id = current(viewer, customer, body);
        throw new Fault(Fault.Code.UNSUPPORTED, NOTHING, id.toString());
    }

    @GetMapping({
        "/customers/{customer}/migrations/newcommerce",
        "/customers/{customer}/migrations/newcommerce/schedules",
        "/customers/{customer}/migrations/newcommerce/events"
    })
    Page<Object> ofCustomer(Viewer viewer, @PathVariable OrganizationId customer) {
        customers.relationship(viewer, customer);
        return Page.of(List.of());
    }

    /** @throws Refusal not found, always */
    @GetMapping({
        "/customers/{customer}/migrations/newcommerce/{migration}",
        "/customers/{customer}/migrations/newcommerce/schedules/{migration}"
    })
    void get(Viewer viewer, @PathVariable OrganizationId customer) {
        customers.relationship(viewer, customer);
        throw Refusal.notFound();
    }

    @GetMapping({"/migrations/newcommerce", "/migrations/newcommerce/schedules", "/migrations/newcommerce/events"})
    Page<Object> all(Viewer viewer) {
        viewer.require(Right.SEE_SUBSCRIPTIONS);
        return Page.of(List.of());
    }
}
