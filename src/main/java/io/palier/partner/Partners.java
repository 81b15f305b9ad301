package io.palier.partner;

import io.palier.identity.NewUser;
import io.palier.identity.Right;
import io.palier.identity.Role;
import io.palier.identity.TemporaryPassword;
import io.palier.identity.Users;
import io.palier.identity.Viewer;
import io.palier.organization.AddressRules;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.OrganizationView;
import io.palier.organization.Organizations;
import io.palier.partner.domain.EnrollmentPartners;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.SearchText;
import io.palier.shared.Slice;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The operator's door to providers and resellers; everything but the directory needs {@link Right#MANAGE_PARTNERS}. */
@Service
@Transactional
public class Partners {
    private final EnrollmentPartners partners;
    private final Organizations organizations;
    private final Enrollments enrollments;
    private final Users users;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Partners(
            EnrollmentPartners partners,
            Organizations organizations,
            Enrollments enrollments,
            Users users,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.partners = partners;
        this.organizations = organizations;
        this.enrollments = enrollments;
        this.users = users;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The active providers anybody may see, at most 200 by name; the text is looked for in their names. */
    @Transactional(readOnly = true)
    public List<OrganizationView> directory(SearchText search) {
        return organizations.ofKind(OrganizationKind.INDIRECT_PROVIDER).stream()
                .filter(OrganizationView::isActive)
                .filter(provider -> SearchText.fold(provider.name()).contains(search.folded()))
                .toList();
    }

    /** Partners of one kind by name, 25 a page. */
    @Transactional(readOnly = true)
    public Slice<PartnerRow> list(Viewer viewer, OrganizationKind kind, SearchText search, @Nullable Cursor after) {
        viewer.require(Right.MANAGE_PARTNERS);
        return partners.list(partner(kind), search, after);
    }

    /**
     * One partner of the installation, a provider or a reseller.
     *
     * @throws Refusal not found, also for organizations that are no partners
     */
    @Transactional(readOnly = true)
    public OrganizationView get(Viewer viewer, OrganizationId id) {
        viewer.require(Right.MANAGE_PARTNERS);
        var organization = organizations.get(id);
        partner(organization.kind());
        return organization;
    }

    /**
     * Creates a partner and its first global admin.
     *
     * @return the admin's password, to be shown once
     * @throws Refusal invalid, naming the field
     */
    public TemporaryPassword create(Viewer viewer, NewPartner partner) {
        viewer.require(Right.MANAGE_PARTNERS);
        var id = organizations
                .register(
                        OrganizationId.next(),
                        partner(partner.kind()),
                        partner.name(),
                        AddressRules.check(partner.address()),
                        partner.language(),
                        partner.currency(),
                        partner.locationPartnerId())
                .id();
        var contact = partner.contact();
        var password = users.add(
                viewer.actor(),
                id,
                new NewUser(
                        contact.email(),
                        contact.email(),
                        contact.firstName(),
                        contact.lastName(),
                        contact.firstName() + " " + contact.lastName(),
                        Users.roles(Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
                        partner.language()));
        if (partner.kind() == OrganizationKind.INDIRECT_RESELLER) {
            enrollments.admit(viewer.actor(), id, contact, false);
        }
        audit.record(AuditEntry.of(viewer.actor(), "partner.created", "partner", id)
                .concerning(id)
                .change("kind", null, partner.kind()));
        return password;
    }

    /** Stops a partner from acting, at once. */
    public void suspend(Viewer viewer, OrganizationId id, int version, String reason) {
        var before = get(viewer, id);
        organizations.suspend(id, version, reason);
        changed(viewer, "partner.suspended", before, OrganizationView.Status.SUSPENDED, reason);
    }

    public void reinstate(Viewer viewer, OrganizationId id, int version, String reason) {
        var before = get(viewer, id);
        organizations.reinstate(id, version);
        changed(viewer, "partner.reinstated", before, OrganizationView.Status.ACTIVE, reason);
    }

    private void changed(
            Viewer viewer, String kind, OrganizationView before, OrganizationView.Status status, String reason) {
        audit.record(AuditEntry.of(viewer.actor(), kind, "partner", before.id())
                .concerning(before.id())
                .change("status", before.status(), status)
                .change("reason", before.statusReason(), reason));
        events.publishEvent(new PartnerStandingChanged(
                before.id(), status == OrganizationView.Status.ACTIVE, reason, clock.instant()));
    }

    private static OrganizationKind partner(OrganizationKind kind) {
        return switch (kind) {
            case INDIRECT_PROVIDER, INDIRECT_RESELLER -> kind;
            case OPERATOR, CUSTOMER -> throw Refusal.notFound();
        };
    }
}
