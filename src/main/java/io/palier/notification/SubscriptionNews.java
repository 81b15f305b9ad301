package io.palier.notification;

import io.palier.identity.Right;
import io.palier.organization.OrganizationId;
import io.palier.subscription.Association;
import io.palier.subscription.AssociationChanged;
import io.palier.subscription.SubscriptionChanged;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells those who have to do with a subscription what somebody else did to it, or time. */
@Component
class SubscriptionNews {
    private static final String RENEWED = "subscription.renewed";

    /** Kinds of changes that matter to others. A nickname does not, nor that something runs on from month to month. */
    private static final Set<String> TOLD = Set.of(
            "subscription.quantity-changed",
            "subscription.auto-renew-changed",
            "subscription.suspended",
            "subscription.reactivated",
            "subscription.canceled",
            "subscription.upgraded",
            "subscription.converted",
            RENEWED,
            "subscription.expired",
            "subscription.deleted");

    private final Notifications notifications;
    private final Facts facts;

    SubscriptionNews(Notifications notifications, Facts facts) {
        this.notifications = notifications;
        this.facts = facts;
    }

    @ApplicationModuleListener
    void on(SubscriptionChanged event) {
        if (!TOLD.contains(event.kind())) {
            return;
        }
        facts.subscription(event.subscription())
                .filter(seen -> !(event.kind().equals(RENEWED) && seen.ofAMonth()))
                .ifPresent(seen -> tell(event, seen));
    }

    private void tell(SubscriptionChanged event, Facts.Subscribed seen) {
        var by = event.by();
        var others = seen.everybody().stream().filter(one -> !one.equals(by)).toList();
        var who = by == null ? Words.of("") : facts.name(by);
        notifications.tell(
                others,
                new News(
                        event.kind(),
                        event.subscription().toString(),
                        List.of(who, seen.title(), seen.customerName()),
                        seen.link(),
                        Right.SEE_SUBSCRIPTIONS,
                        event.at()));
    }

    @ApplicationModuleListener
    void on(AssociationChanged event) {
        facts.subscription(event.subscription()).ifPresent(seen -> {
            var credit = event.kind() == Association.PARTNER_OF_RECORD;
            tell(event, seen, event.before(), credit ? "record-lost" : "contact-lost", "/subscriptions");
            tell(event, seen, event.after(), credit ? "record-gained" : "contact-gained", seen.link());
            if (event.kind() == Association.SUPPORT_CONTACT) {
                var contact = event.after() == null ? event.provider() : event.after();
                notifications.tell(
                        List.of(event.customer()),
                        news(
                                event,
                                "contact-changed",
                                List.of(seen.title(), seen.customerName(), facts.name(contact)),
                                seen.link()));
            }
        });
    }

    private void tell(
            AssociationChanged event,
            Facts.Subscribed seen,
            @Nullable OrganizationId reseller,
            String kind,
            String link) {
        if (reseller != null && !reseller.equals(event.provider())) {
            notifications.tell(List.of(reseller), news(event, kind, List.of(seen.title(), seen.customerName()), link));
        }
    }

    private static News news(AssociationChanged event, String kind, List<Words> arguments, String link) {
        return new News(kind, event.subscription().toString(), arguments, link, Right.SEE_SUBSCRIPTIONS, event.at());
    }
}
