package io.palier.notification;

import io.palier.identity.Right;
import io.palier.organization.OrganizationId;
import io.palier.partner.PartnershipEstablished;
import io.palier.partner.PartnershipRemoved;
import io.palier.partner.PartnershipRequestAnswered;
import java.time.Instant;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells both sides of a partnership. */
@Component
class PartnershipNews {
    private static final String RESELLERS = "/resellers";
    private static final String PROVIDERS = "/providers";

    private final Notifications notifications;
    private final Facts facts;

    PartnershipNews(Notifications notifications, Facts facts) {
        this.notifications = notifications;
        this.facts = facts;
    }

    @ApplicationModuleListener
    void on(PartnershipEstablished event) {
        tellBoth("partnership-established", event.provider(), event.reseller(), event.at());
    }

    @ApplicationModuleListener
    void on(PartnershipRemoved event) {
        tellBoth("partnership-removed", event.provider(), event.reseller(), event.at());
    }

    private void tellBoth(String kind, OrganizationId provider, OrganizationId reseller, Instant at) {
        tell(kind, provider, reseller, RESELLERS, at);
        tell(kind, reseller, provider, PROVIDERS, at);
    }

    private void tell(String kind, OrganizationId whom, OrganizationId other, String link, Instant at) {
        notifications.tell(
                List.of(whom),
                new News(kind, other.toString(), List.of(facts.name(other)), link, Right.SEE_PARTNERSHIPS, at));
    }

    /** An acceptance is told as the partnership that it establishes. */
    @ApplicationModuleListener
    void on(PartnershipRequestAnswered event) {
        if (event.accepted()) {
            return;
        }
        var reason = event.reason();
        var name = facts.name(event.reseller());
        notifications.tell(
                List.of(event.provider()),
                new News(
                        reason == null ? "partnership-declined" : "partnership-declined-because",
                        event.request().toString(),
                        reason == null ? List.of(name) : List.of(name, Words.of(reason)),
                        RESELLERS + "?tab=requests",
                        Right.SEE_PARTNERSHIPS,
                        event.at()));
    }
}
