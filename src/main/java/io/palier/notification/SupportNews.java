package io.palier.notification;

import io.palier.identity.Right;
import io.palier.organization.OrganizationId;
import io.palier.support.RequestStatus;
import io.palier.support.ServiceRequestChanged;
import io.palier.support.ServiceRequestId;
import io.palier.support.ServiceRequestOpened;
import io.palier.support.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells both sides of a service request what the other asked, answered or closed. */
@Component
class SupportNews {
    /** What happened, with and without the name of a customer whom it is about. */
    private enum Kind {
        OPENED("service-request-opened", "service-request-opened-for"),
        URGENT("service-request-urgent", "service-request-urgent-for"),
        NOTED("service-request-noted", "service-request-noted-for"),
        REOPENED("service-request-reopened", "service-request-reopened-for"),
        ATTENTION("service-request-attention", "service-request-attention-for"),
        CLOSED("service-request-closed", "service-request-closed-for");

        private final String plain;
        private final String aboutCustomer;

        Kind(String plain, String aboutCustomer) {
            this.plain = plain;
            this.aboutCustomer = aboutCustomer;
        }
    }

    private final Notifications notifications;
    private final Facts facts;

    SupportNews(Notifications notifications, Facts facts) {
        this.notifications = notifications;
        this.facts = facts;
    }

    @ApplicationModuleListener
    void on(ServiceRequestOpened event) {
        var kind = event.severity() == Severity.CRITICAL ? Kind.URGENT : Kind.OPENED;
        tell(event.handler(), kind, event.request(), event.number(), event.openedFor(), event.customer(), event.at());
    }

    /** Everybody on either side, except who did it. */
    @ApplicationModuleListener
    void on(ServiceRequestChanged event) {
        var kind = kind(event.before(), event.after());
        Stream.of(event.openedFor(), event.handler())
                .filter(one -> !one.equals(event.by()))
                .forEach(one ->
                        tell(one, kind, event.request(), event.number(), event.by(), event.customer(), event.at()));
    }

    private static Kind kind(RequestStatus before, RequestStatus after) {
        if (before == after) {
            return Kind.NOTED;
        }
        return switch (after) {
            case OPEN -> before == RequestStatus.CLOSED ? Kind.REOPENED : Kind.NOTED;
            case ATTENTION_NEEDED -> Kind.ATTENTION;
            case CLOSED -> Kind.CLOSED;
        };
    }

    /** Who asks the operator about itself may be anybody of the organization. */
    private void tell(
            OrganizationId whom,
            Kind kind,
            ServiceRequestId request,
            String number,
            OrganizationId by,
            @Nullable OrganizationId customer,
            Instant at) {
        var arguments = new ArrayList<>(List.of(facts.name(by), Words.of(number)));
        var other = customer == null || customer.equals(by) || customer.equals(whom) ? null : customer;
        if (other != null) {
            arguments.add(facts.name(other));
        }
        notifications.tell(
                List.of(whom),
                new News(
                        other == null ? kind.plain : kind.aboutCustomer,
                        request.toString(),
                        arguments,
                        "/service-requests/" + request,
                        customer == null ? null : Right.SEE_SERVICE_REQUESTS,
                        at));
    }
}
