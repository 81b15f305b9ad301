package io.palier.notification;

import io.palier.customer.CustomerAdded;
import io.palier.customer.CustomerResellerChanged;
import io.palier.customer.DelegatedAdministrationRemoved;
import io.palier.customer.RelationshipRemoved;
import io.palier.customer.RelationshipRequestAnswered;
import io.palier.identity.Right;
import io.palier.organization.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells partners and customers what became of what they have with each other. */
@Component
class CustomerNews {
    private static final String CUSTOMERS = "/customers";
    private static final String PARTNERS = "/partner-relationships";

    private final Notifications notifications;
    private final Facts facts;

    CustomerNews(Notifications notifications, Facts facts) {
        this.notifications = notifications;
        this.facts = facts;
    }

    @ApplicationModuleListener
    void on(CustomerAdded event) {
        var reseller = event.reseller();
        if (reseller != null) {
            notifications.tell(
                    List.of(reseller),
                    new News(
                            "customer-added",
                            event.relationship().toString(),
                            facts.names(event.provider(), event.customer()),
                            CUSTOMERS + "/" + event.relationship(),
                            Right.SEE_CUSTOMERS,
                            event.at()));
        }
    }

    @ApplicationModuleListener
    void on(CustomerResellerChanged event) {
        var before = event.before();
        var after = event.after();
        if (Objects.equals(before, after)) {
            return;
        }
        var own = CUSTOMERS + "/" + event.relationship();
        if (before != null) {
            tell(event, before, before, "customer-unassigned", CUSTOMERS, Right.SEE_CUSTOMERS);
        }
        if (after != null) {
            tell(event, after, after, "customer-assigned", own, Right.SEE_CUSTOMERS);
            tell(event, event.customer(), after, "reseller-gained", PARTNERS, Right.ANSWER_RELATIONSHIP_REQUEST);
        } else if (before != null) {
            tell(event, event.customer(), before, "reseller-lost", PARTNERS, Right.ANSWER_RELATIONSHIP_REQUEST);
        }
    }

    private void tell(
            CustomerResellerChanged event,
            OrganizationId whom,
            OrganizationId reseller,
            String kind,
            String link,
            Right needs) {
        notifications.tell(
                List.of(whom),
                new News(
                        kind,
                        event.relationship().toString(),
                        facts.names(event.provider(), event.customer(), reseller),
                        link,
                        needs,
                        event.at()));
    }

    @ApplicationModuleListener
    void on(DelegatedAdministrationRemoved event) {
        var reseller = event.reseller();
        notifications.tell(
                partners(event.provider(), reseller),
                new News(
                        reseller == null ? "delegation-removed" : "delegation-removed-from",
                        event.relationship().toString(),
                        names(event.customer(), reseller),
                        CUSTOMERS,
                        Right.SEE_CUSTOMERS,
                        event.at()));
    }

    private List<Words> names(OrganizationId customer, @Nullable OrganizationId reseller) {
        return reseller == null ? facts.names(customer) : facts.names(customer, reseller);
    }

    /** Everybody it bound, except who ended it. */
    @ApplicationModuleListener
    void on(RelationshipRemoved event) {
        var by = event.by();
        var partners = partners(event.provider(), event.reseller()).stream()
                .filter(one -> !one.equals(by))
                .toList();
        var arguments = facts.names(event.provider(), event.customer());
        var subject = event.relationship().toString();
        notifications.tell(
                partners,
                new News("relationship-removed", subject, arguments, CUSTOMERS, Right.SEE_CUSTOMERS, event.at()));
        if (!event.customer().equals(by)) {
            notifications.tell(
                    List.of(event.customer()),
                    new News("relationship-removed", subject, arguments, PARTNERS, null, event.at()));
        }
    }

    @ApplicationModuleListener
    void on(RelationshipRequestAnswered event) {
        var reason = event.reason();
        var arguments = new ArrayList<>(List.of(Words.of(event.customerName())));
        if (reason != null && !reason.isBlank()) {
            arguments.add(Words.of(reason));
        }
        notifications.tell(
                partners(event.provider(), event.reseller()),
                new News(
                        kind(event, arguments.size() > 1),
                        event.request().toString(),
                        arguments,
                        event.accepted() ? CUSTOMERS : CUSTOMERS + "/requests",
                        Right.SEE_CUSTOMERS,
                        event.at()));
    }

    private static String kind(RelationshipRequestAnswered event, boolean hasReason) {
        if (event.accepted()) {
            return "relationship-accepted";
        }
        return hasReason ? "relationship-declined-because" : "relationship-declined";
    }

    private static List<OrganizationId> partners(OrganizationId provider, @Nullable OrganizationId reseller) {
        return reseller == null ? List.of(provider) : List.of(provider, reseller);
    }
}
