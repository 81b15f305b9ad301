package io.palier.customer;

import io.palier.agreement.AgreementKind;
import io.palier.agreement.Agreements;
import io.palier.customer.domain.ListingStore;
import io.palier.customer.domain.RelationshipStore;
import io.palier.identity.Users;
import io.palier.identity.Viewer;
import io.palier.invitation.InvitationId;
import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import io.palier.organization.Organizations;
import io.palier.partner.Partnerships;
import io.palier.shared.AuditTrail;
import io.palier.shared.Refusal;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes true what a customer accepted: the relationship, new or taken up again, the rights it lacked, the reseller, the
 * customer agreement. Subscriptions, terms and partners of record stay where they are (portal reference 2.5).
 */
@Component
class RelationshipAcceptance {
    private final RelationshipStore relationships;
    private final ListingStore listing;
    private final Customers customers;
    private final CustomerResellers resellers;
    private final Partnerships partnerships;
    private final Organizations organizations;
    private final Users users;
    private final Agreements agreements;
    private final AuditTrail audit;
    private final Clock clock;

    RelationshipAcceptance(
            RelationshipStore relationships,
            ListingStore listing,
            Customers customers,
            CustomerResellers resellers,
            Partnerships partnerships,
            Organizations organizations,
            Users users,
            Agreements agreements,
            AuditTrail audit,
            Clock clock) {
        this.relationships = relationships;
        this.listing = listing;
        this.customers = customers;
        this.resellers = resellers;
        this.partnerships = partnerships;
        this.organizations = organizations;
        this.users = users;
        this.agreements = agreements;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens or takes up what was accepted.
     *
     * @throws Refusal conflict, if provider and reseller are no partners any more; invalid, field {@code agreement}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void accept(Viewer viewer, InvitationId request, WantedRelationship wanted, @Nullable UUID agreement) {
        var reseller = wanted.reseller();
        if (reseller != null) {
            partnerships.requireActive(wanted.provider(), reseller);
        }
        var before = relationships.find(wanted.provider(), viewer.organization());
        var id = open(viewer, wanted);
        agree(viewer, id, agreement);
        var customer = relationships.find(id).orElseThrow(Refusal::notFound);
        var entry = Customers.entry(viewer, customer, "customer.relationship-accepted")
                .change("request", null, request)
                .change(
                        "delegatedAdministration",
                        before.map(CustomerView::delegatedToProvider).orElse(false),
                        customer.delegatedToProvider())
                .change("active", before.isPresent(), true);
        audit.record(reseller == null ? entry : entry.concerning(reseller));
        if (reseller != null && !looksAfter(customer, reseller, wanted.delegated())) {
            resellers.replace(viewer, customer, reseller, wanted.delegated(), "");
        }
        listing.refresh(id);
    }

    private static boolean looksAfter(CustomerView customer, OrganizationId reseller, boolean delegated) {
        return reseller.equals(customer.reseller()) && (!delegated || customer.delegatedToReseller());
    }

    private RelationshipId open(Viewer viewer, WantedRelationship wanted) {
        var there = relationships.lock(wanted.provider(), viewer.organization());
        if (there.isPresent()) {
            relationships.reopen(there.get(), wanted.delegated());
            return there.get();
        }
        var user = users.get(viewer.organization(), viewer.membership());
        var email = Objects.requireNonNullElse(user.contactEmail(), user.signInName());
        return open(
                wanted.provider(),
                viewer.organization(),
                new Contact(user.firstName(), user.lastName(), email, null),
                wanted.delegated());
    }

    /** A new relationship with what the customer's organization itself says. */
    RelationshipId open(OrganizationId provider, OrganizationId customer, Contact contact, boolean delegated) {
        var organization = organizations.get(customer);
        var id = RelationshipId.next();
        relationships.open(
                id,
                provider,
                customer,
                contact,
                new CustomerAccount.Billing(organization.name(), organization.address(), contact.email()),
                null,
                Qualification.NONE,
                delegated,
                clock.instant());
        return id;
    }

    private void agree(Viewer viewer, RelationshipId id, @Nullable UUID agreement) {
        var customer = relationships.find(id).orElseThrow(Refusal::notFound);
        if (customer.agreementAccepted()) {
            return;
        }
        if (agreement == null) {
            throw Refusal.invalid("agreement", "relationship-request.agreement-needed");
        }
        if (!agreements
                .current(AgreementKind.CUSTOMER, viewer.locale())
                .id()
                .value()
                .equals(agreement)) {
            throw Refusal.invalid("agreement", "relationship-request.agreement-changed");
        }
        customers.agree(viewer, customer, customers.signedBy(viewer), false);
    }
}
