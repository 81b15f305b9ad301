package io.palier.notification;

import io.palier.identity.Right;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.partner.EnrollmentAnswered;
import io.palier.partner.EnrollmentSubmitted;
import io.palier.partner.PartnerStandingChanged;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells of who may act: enrollments asked for and answered, partners suspended and reinstated. */
@Component
class StandingNews {
    private final Notifications notifications;
    private final Facts facts;
    private final Organizations organizations;
    private final JdbcClient jdbc;

    StandingNews(Notifications notifications, Facts facts, Organizations organizations, JdbcClient jdbc) {
        this.notifications = notifications;
        this.facts = facts;
        this.organizations = organizations;
        this.jdbc = jdbc;
    }

    @ApplicationModuleListener
    void on(EnrollmentSubmitted event) {
        var operators = organizations.ofKind(OrganizationKind.OPERATOR).stream()
                .map(operator -> operator.id())
                .toList();
        notifications.tell(
                operators,
                new News(
                        "enrollment-submitted",
                        event.reseller().toString(),
                        List.of(facts.name(event.reseller())),
                        "/operator/enrollments/" + event.reseller(),
                        Right.MANAGE_PARTNERS,
                        event.at()));
    }

    @ApplicationModuleListener
    void on(EnrollmentAnswered event) {
        notifications.tell(
                List.of(event.reseller()),
                new News(
                        event.approved() ? "enrollment-approved" : "enrollment-refused",
                        event.reseller().toString(),
                        List.of(),
                        "/enrollment",
                        null,
                        event.at()));
    }

    /** The partner itself, why; its partners, that nothing new is possible with it. */
    @ApplicationModuleListener
    void on(PartnerStandingChanged event) {
        var own = event.active() ? "reinstated" : "suspended";
        var others = event.active() ? "partner-reinstated" : "partner-suspended";
        var subject = event.partner().toString();
        var name = facts.name(event.partner());
        notifications.tell(
                List.of(event.partner()),
                new News(own, subject, List.of(name, Words.of(event.reason())), "/", null, event.at()));
        notifications.tell(
                partners("provider_id", "reseller_id", event.partner()),
                new News(others, subject, List.of(name), "/resellers", Right.SEE_PARTNERSHIPS, event.at()));
        notifications.tell(
                partners("reseller_id", "provider_id", event.partner()),
                new News(others, subject, List.of(name), "/providers", Right.SEE_PARTNERSHIPS, event.at()));
    }

    private List<OrganizationId> partners(String wanted, String by, OrganizationId partner) {
        return jdbc
                .sql("select %s from partnership_view where %s = :partner and active limit 10000".formatted(wanted, by))
                .param("partner", partner.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .map(OrganizationId::new)
                .toList();
    }
}
