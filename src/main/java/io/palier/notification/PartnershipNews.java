package io.palier.notification;

import io.palier.organization.OrganizationId;
import io.palier.organization.Organizations;
import io.palier.partner.PartnershipEstablished;
import io.palier.partner.PartnershipRemoved;
import io.palier.partner.PartnershipRequestAnswered;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells both sides of a partnership. */
@Component
class PartnershipNews {
    private static final String RESELLERS = "/resellers";
    private static final String PROVIDERS = "/providers";

    private final Notifications notifications;
    private final Organizations organizations;

    PartnershipNews(Notifications notifications, Organizations organizations) {
        this.notifications = notifications;
        this.organizations = organizations;
    }

    @ApplicationModuleListener
    void on(PartnershipEstablished event) {
        var subject = event.provider() + " " + event.reseller();
        notifications.tell(
                event.provider(),
                "partnership-established",
                subject,
                List.of(name(event.reseller())),
                RESELLERS,
                event.at());
        notifications.tell(
                event.reseller(),
                "partnership-established",
                subject,
                List.of(name(event.provider())),
                PROVIDERS,
                event.at());
    }

    @ApplicationModuleListener
    void on(PartnershipRemoved event) {
        var subject = event.provider() + " " + event.reseller();
        notifications.tell(
                event.provider(),
                "partnership-removed",
                subject,
                List.of(name(event.reseller())),
                RESELLERS,
                event.at());
        notifications.tell(
                event.reseller(),
                "partnership-removed",
                subject,
                List.of(name(event.provider())),
                PROVIDERS,
                event.at());
    }

    /** An acceptance is told as the partnership that it establishes. */
    @ApplicationModuleListener
    void on(PartnershipRequestAnswered event) {
        if (event.accepted()) {
            return;
        }
        var reason = event.reason();
        notifications.tell(
                event.provider(),
                reason == null ? "partnership-declined" : "partnership-declined-because",
                event.request().toString(),
                reason == null ? List.of(name(event.reseller())) : List.of(name(event.reseller()), reason),
                RESELLERS,
                event.at());
    }

    private String name(OrganizationId id) {
        return organizations.find(id).map(view -> view.name()).orElse("");
    }
}
