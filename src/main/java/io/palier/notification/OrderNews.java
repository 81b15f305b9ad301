package io.palier.notification;

import io.palier.identity.Right;
import io.palier.order.OrderPlaced;
import io.palier.order.OrderRequestAnswered;
import io.palier.order.OrderRequested;
import io.palier.organization.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells of orders that others placed, asked for, approved or refused. */
@Component
class OrderNews {
    private static final String REQUESTS = "/order-requests";

    private final Notifications notifications;
    private final Facts facts;
    private final Relations relations;

    OrderNews(Notifications notifications, Facts facts, Relations relations) {
        this.notifications = notifications;
        this.facts = facts;
        this.relations = relations;
    }

    /** The provider, the customer and who is credited, except who ordered. */
    @ApplicationModuleListener
    void on(OrderPlaced event) {
        var arguments = new ArrayList<>(facts.names(event.placedFor(), event.customer()));
        arguments.add(Words.of(event.number()));
        var order = "/customers/" + event.relationship() + "/orders/" + event.order();
        tell(event, "order-placed", List.of(event.provider()), arguments, order);
        tell(event, "order-placed-for-you", List.of(event.customer()), arguments, "/subscriptions");
        tell(event, "order-credited", event.resellers(), arguments, "/subscriptions");
    }

    private void tell(OrderPlaced event, String kind, List<OrganizationId> whom, List<Words> arguments, String link) {
        var others = new ArrayList<>(whom);
        others.remove(event.placedFor());
        notifications.tell(
                others, new News(kind, event.order().toString(), arguments, link, Right.SEE_SUBSCRIPTIONS, event.at()));
    }

    @ApplicationModuleListener
    void on(OrderRequested event) {
        relations.find(event.relationship()).ifPresent(seen -> {
            var own = seen.customer().equals(event.askedFor());
            notifications.tell(
                    List.of(event.provider()),
                    new News(
                            own ? "order-requested-own" : "order-requested",
                            event.request().toString(),
                            List.of(facts.name(event.askedFor()), seen.customerName()),
                            REQUESTS,
                            Right.PLACE_ORDER,
                            event.at()));
        });
    }

    @ApplicationModuleListener
    void on(OrderRequestAnswered event) {
        relations.find(event.relationship()).ifPresent(seen -> {
            var reason = event.reason();
            var arguments = new ArrayList<>(List.of(facts.name(event.provider()), seen.customerName()));
            if (reason != null && !reason.isBlank()) {
                arguments.add(Words.of(reason));
            }
            notifications.tell(
                    List.of(event.askedFor()),
                    new News(
                            kind(event, arguments.size() > 2),
                            event.request().toString(),
                            arguments,
                            REQUESTS + "?answered=true",
                            Right.SEE_SUBSCRIPTIONS,
                            event.at()));
        });
    }

    private static String kind(OrderRequestAnswered event, boolean hasReason) {
        if (event.approved()) {
            return "order-approved";
        }
        return hasReason ? "order-refused-because" : "order-refused";
    }
}
