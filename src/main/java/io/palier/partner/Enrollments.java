package io.palier.partner;

import io.palier.agreement.AgreementKind;
import io.palier.agreement.Agreements;
import io.palier.identity.NewUser;
import io.palier.identity.Passwords;
import io.palier.identity.Right;
import io.palier.identity.Role;
import io.palier.identity.Users;
import io.palier.identity.Viewer;
import io.palier.organization.AddressRules;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.partner.domain.EnrollmentStore;
import io.palier.platform.Installation;
import io.palier.shared.Actor;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to enrollment: companies become indirect resellers (portal reference 2.10). */
@Service
@Transactional
public class Enrollments {
    private final EnrollmentStore store;
    private final Organizations organizations;
    private final Users users;
    private final Agreements agreements;
    private final Installation installation;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Enrollments(
            EnrollmentStore store,
            Organizations organizations,
            Users users,
            Agreements agreements,
            Installation installation,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.users = users;
        this.agreements = agreements;
        this.installation = installation;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Registers the company, its first global admin and the signature. Anybody may; the installation's setting says
     * whether the operator has to approve.
     *
     * @throws Refusal invalid, naming the field: address, location partner id or sign-in name taken, weak password;
     *     changed meanwhile, if another version of the agreement came into force since it was shown
     */
    public Enrolled enroll(EnrollmentApplication application) {
        Passwords.check(application.password(), application.contact().email());
        var agreement = agreements.current(AgreementKind.PARTNER, application.language());
        if (!agreement.id().equals(application.agreement())) {
            throw Refusal.conflict("enrollment.agreement-changed");
        }
        var automatic = installation.settings().automaticApproval();
        var reseller = organizations
                .register(
                        OrganizationId.next(),
                        OrganizationKind.INDIRECT_RESELLER,
                        application.company(),
                        AddressRules.check(application.address()),
                        application.language(),
                        null,
                        application.locationPartnerId())
                .id();
        var contact = application.contact();
        var membership = users.addWithPassword(
                Actor.system(reseller),
                reseller,
                new NewUser(
                        contact.email(),
                        contact.email(),
                        contact.firstName(),
                        contact.lastName(),
                        contact.firstName() + " " + contact.lastName(),
                        Users.roles(Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
                        application.language()),
                application.password(),
                false);
        var account = users.get(reseller, membership).account();
        var actor = Actor.person(reseller, account);
        var now = clock.instant();
        store.add(reseller, automatic ? EnrollmentState.APPROVED : EnrollmentState.PENDING, contact, null, now);
        store.sign(reseller, agreement, account.value(), now);
        audit.record(AuditEntry.of(actor, "enrollment.submitted", "enrollment", reseller)
                .change("agreement", null, agreement.number())
                .change("state", null, automatic ? EnrollmentState.APPROVED : EnrollmentState.PENDING));
        events.publishEvent(new EnrollmentSubmitted(reseller, now));
        return new Enrolled(reseller, account, membership, automatic);
    }

    /**
     * Takes in a reseller that already is registered, as approved: one the operator creates itself, or demo data.
     *
     * @param signed whether it has signed the partner agreement on paper or elsewhere
     */
    public void admit(Actor actor, OrganizationId reseller, Contact contact, boolean signed) {
        var now = clock.instant();
        store.add(reseller, EnrollmentState.APPROVED, contact, actor.account(), now);
        if (signed) {
            store.sign(reseller, agreements.current(AgreementKind.PARTNER, Locale.ENGLISH), actor.account(), now);
        }
        audit.record(AuditEntry.of(actor, "enrollment.approved", "enrollment", reseller)
                .concerning(reseller)
                .change("state", null, EnrollmentState.APPROVED));
    }

    /** The enrollment of the viewer's own organization; empty for whoever never enrolled. */
    @Transactional(readOnly = true)
    public Optional<EnrollmentView> own(Viewer viewer) {
        return viewer.isReseller() ? store.find(viewer.organization()) : Optional.empty();
    }

    /** The reseller's global admin signs the agreement in force. */
    public void sign(Viewer viewer) {
        viewer.require(Right.SIGN_PARTNER_AGREEMENT);
        var agreement = agreements.current(AgreementKind.PARTNER, viewer.locale());
        store.sign(viewer.organization(), agreement, viewer.account().value(), clock.instant());
        audit.record(AuditEntry.of(viewer.actor(), "enrollment.agreement-signed", "enrollment", viewer.organization())
                .change("agreement", null, agreement.number()));
    }

    /**
     * The enrollments in one state, oldest first, a page at a time.
     *
     * @throws Refusal forbidden without {@link Right#MANAGE_PARTNERS}
     */
    @Transactional(readOnly = true)
    public Slice<EnrollmentView> list(Viewer viewer, EnrollmentState state, @Nullable Cursor after) {
        viewer.require(Right.MANAGE_PARTNERS);
        return store.list(state, after);
    }

    /**
     * The enrollment of one reseller.
     *
     * @throws Refusal not found; forbidden without {@link Right#MANAGE_PARTNERS}
     */
    @Transactional(readOnly = true)
    public EnrollmentView get(Viewer viewer, OrganizationId reseller) {
        viewer.require(Right.MANAGE_PARTNERS);
        return store.find(reseller).orElseThrow(Refusal::notFound);
    }

    /** Approves, also what was refused before. */
    public void approve(Viewer viewer, OrganizationId reseller, int version) {
        answer(viewer, reseller, version, EnrollmentState.APPROVED, null);
    }

    /**
     * Refuses an enrollment; the reseller reads the reason.
     *
     * @throws Refusal conflict, if it is approved already: suspend the partner instead
     */
    public void refuse(Viewer viewer, OrganizationId reseller, int version, String reason) {
        if (get(viewer, reseller).state() == EnrollmentState.APPROVED) {
            throw Refusal.conflict("enrollment.already-approved");
        }
        answer(viewer, reseller, version, EnrollmentState.REFUSED, reason);
    }

    /** The message key of why a reseller cannot enter partnerships; empty if it can. */
    @Transactional(readOnly = true)
    Optional<String> ineligibility(OrganizationId reseller) {
        return store.ineligibility(reseller);
    }

    private void answer(
            Viewer viewer, OrganizationId reseller, int version, EnrollmentState state, @Nullable String reason) {
        var enrollment = get(viewer, reseller);
        var now = clock.instant();
        store.answer(reseller, version, state, reason, viewer.account().value(), now);
        var kind = state == EnrollmentState.APPROVED ? "enrollment.approved" : "enrollment.refused";
        audit.record(AuditEntry.of(viewer.actor(), kind, "enrollment", reseller)
                .concerning(reseller)
                .change("state", enrollment.state(), state)
                .change("reason", enrollment.reason(), reason));
        events.publishEvent(new EnrollmentAnswered(reseller, state == EnrollmentState.APPROVED, now));
    }
}
