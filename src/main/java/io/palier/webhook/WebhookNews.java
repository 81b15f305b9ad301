package io.palier.webhook;

import io.palier.customer.RelationshipRequestAnswered;
import io.palier.organization.OrganizationId;
import io.palier.subscription.AssociationChanged;
import io.palier.subscription.SubscriptionChanged;
import io.palier.subscription.SubscriptionId;
import io.palier.webhook.domain.DeliveryStore;
import io.palier.webhook.domain.RegistrationStore;
import io.palier.webhook.domain.WebhookBodies;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Turns what happens into deliveries for the organizations that registered for it. */
@Component
class WebhookNews {
    private final RegistrationStore registrations;
    private final DeliveryStore deliveries;
    private final WebhookBodies bodies;
    private final Clock clock;

    WebhookNews(
            RegistrationStore registrations,
            DeliveryStore deliveries,
            WebhookBodies bodies,
            @Qualifier("systemClock") Clock clock) {
        this.registrations = registrations;
        this.deliveries = deliveries;
        this.bodies = bodies;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(SubscriptionChanged changed) {
        subscription(changed.provider(), changed.customer(), changed.subscription(), changed.at());
    }

    @ApplicationModuleListener
    void on(AssociationChanged changed) {
        subscription(changed.provider(), changed.customer(), changed.subscription(), changed.at());
    }

    private void subscription(OrganizationId provider, OrganizationId customer, SubscriptionId id, Instant at) {
        tell(
                provider,
                WebhookEvent.SUBSCRIPTION_UPDATED,
                bodies.ofCustomer(
                        WebhookEvent.SUBSCRIPTION_UPDATED, customer, "/subscriptions/" + id, "subscription", at));
    }

    @ApplicationModuleListener
    void on(RelationshipRequestAnswered answered) {
        if (!answered.accepted()) {
            return;
        }
        accepted(answered.provider(), WebhookEvent.RELATIONSHIP_ACCEPTED, answered);
        accepted(answered.reseller(), WebhookEvent.INDIRECT_RELATIONSHIP_ACCEPTED, answered);
    }

    private void accepted(@Nullable OrganizationId who, WebhookEvent event, RelationshipRequestAnswered answered) {
        if (who != null) {
            tell(who, event, bodies.ofCustomer(event, answered.customer(), "", "customer", answered.at()));
        }
    }

    private void tell(OrganizationId organization, WebhookEvent event, String body) {
        registrations
                .find(organization)
                .filter(registration -> registration.events().contains(event))
                .ifPresent(registration ->
                        deliveries.add(DeliveryId.next(), organization, event.code(), body, clock.instant()));
    }
}
