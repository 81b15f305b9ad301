package io.palier.subscription.rest;

import io.palier.api.ApiResource;
import io.palier.api.Attributes;
import io.palier.api.Fault;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.subscription.Status;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.SubscriptionView;
import io.palier.subscription.Subscriptions;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Whether reservations can be bought through a subscription (commerce contract 4.1). What is opened here can be used at
 * once, so that asking for it changes nothing.
 */
@ApiResource
@RequestMapping("/v1/customers/{customer}/subscriptions/{subscription}")
class SubscriptionRegistrationResource {
    private final Subscriptions subscriptions;

    SubscriptionRegistrationResource(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @PostMapping("/registrations")
    ResponseEntity<RegistrationStatus> register(
            Viewer viewer, @PathVariable OrganizationId customer, @PathVariable SubscriptionId subscription) {
        var seen = subscriptions.get(viewer, customer, subscription);
        if (seen.status() == Status.CANCELED) {
            throw new Fault(Fault.Code.of(400, 2011), "The subscription is cancelled.", subscription.toString());
        }
        var address = "/customers/" + customer + "/subscriptions/" + subscription + "/registrationstatus";
        return ResponseEntity.accepted().location(URI.create(address)).body(RegistrationStatus.of(seen));
    }

    @GetMapping("/registrationstatus")
    RegistrationStatus status(
            Viewer viewer, @PathVariable OrganizationId customer, @PathVariable SubscriptionId subscription) {
        return RegistrationStatus.of(subscriptions.get(viewer, customer, subscription));
    }

    /** @param status {@code registered}, or {@code notregistered} once it is cancelled */
    record RegistrationStatus(SubscriptionId subscriptionId, String status, Attributes attributes) {
        static RegistrationStatus of(SubscriptionView seen) {
            return new RegistrationStatus(
                    seen.id(),
                    seen.status() == Status.CANCELED ? "notregistered" : "registered",
                    Attributes.of("SubscriptionRegistrationStatus"));
        }
    }
}
