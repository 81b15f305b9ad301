package io.palier.customer;

import io.palier.agreement.AgreementKind;
import io.palier.agreement.Agreements;
import io.palier.customer.domain.CustomerFields;
import io.palier.customer.domain.DomainNames;
import io.palier.customer.domain.ListingStore;
import io.palier.customer.domain.QualificationStore;
import io.palier.customer.domain.RelationshipStore;
import io.palier.customer.domain.ResellerStore;
import io.palier.identity.NewUser;
import io.palier.identity.Right;
import io.palier.identity.Role;
import io.palier.identity.TemporaryPassword;
import io.palier.identity.Users;
import io.palier.identity.Viewer;
import io.palier.organization.Contact;
import io.palier.organization.CountryRules;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.partner.Partnerships;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to customers: a provider's relationships with them, and what a reseller or the customer itself sees of them.
 * Strangers are told that nothing is there.
 */
@Service
@Transactional
public class Customers {
    /** Rows of one page of the list. */
    public static final int PAGE = 25;

    private static final int MOST = 500;

    private final CustomerLookup lookup;
    private final RelationshipStore relationships;
    private final ResellerStore resellers;
    private final QualificationStore qualifications;
    private final ListingStore listing;
    private final DomainNames domains;
    private final Organizations organizations;
    private final Users users;
    private final Partnerships partnerships;
    private final Agreements agreements;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Customers(
            CustomerLookup lookup,
            RelationshipStore relationships,
            ResellerStore resellers,
            QualificationStore qualifications,
            ListingStore listing,
            DomainNames domains,
            Organizations organizations,
            Users users,
            Partnerships partnerships,
            Agreements agreements,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lookup = lookup;
        this.relationships = relationships;
        this.resellers = resellers;
        this.qualifications = qualifications;
        this.listing = listing;
        this.domains = domains;
        this.organizations = organizations;
        this.users = users;
        this.partnerships = partnerships;
        this.agreements = agreements;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a customer: its organization with domain and first admin, the provider's relationship, and the reseller who
     * looks after it. All or nothing. Needs {@link Right#ADD_CUSTOMER}, which resellers cannot have.
     *
     * @return with the first admin's password, to be shown once
     * @throws Refusal invalid, naming the field; conflict, if the reseller is no active partner; forbidden, if an
     *     agreement is attested without {@link Right#ATTEST_CUSTOMER_AGREEMENT}
     */
    public AddedCustomer add(Viewer viewer, NewCustomer typed) {
        var wanted = check(viewer, typed);
        var provider = viewer.organization();
        var reseller = wanted.reseller();
        if (reseller != null) {
            partnerships.requireActive(provider, reseller);
        }
        var customer = OrganizationId.next();
        var admin = register(viewer, customer, wanted);
        var id = RelationshipId.next();
        var now = clock.instant();
        relationships.open(
                id,
                provider,
                customer,
                wanted.contact(),
                new CustomerAccount.Billing(
                        wanted.name(), wanted.address(), wanted.contact().email()),
                wanted.registrationNumber(),
                wanted.qualification(),
                true,
                now);
        qualifications.replace(id, provider, WantedQualification.of(wanted.qualification()), viewer.actor(), now);
        var entry = AuditEntry.of(viewer.actor(), "customer.added", "customer", id)
                .customer(customer)
                .concerning(customer)
                .change("name", null, wanted.name())
                .change("domain", null, wanted.domain());
        if (reseller != null) {
            resellers.open(id, provider, reseller, true, "", viewer.actor(), now);
            entry = entry.concerning(reseller).change("reseller", null, reseller);
        }
        listing.refresh(id);
        audit.record(entry);
        var acceptance = wanted.agreement();
        if (acceptance != null) {
            agree(viewer, relationships.find(id).orElseThrow(), acceptance, true);
        }
        events.publishEvent(new CustomerAdded(id, provider, customer, reseller, now));
        return new AddedCustomer(id, customer, admin);
    }

    /**
     * Checks a customer as far as that goes before it is added; steps of a longer form use it.
     *
     * @return the customer with address and phone number in the form they are kept in
     * @throws Refusal invalid, naming the field; forbidden
     */
    @Transactional(readOnly = true)
    public NewCustomer check(Viewer viewer, NewCustomer typed) {
        viewer.require(Right.ADD_CUSTOMER);
        var wanted = CustomerFields.check(typed);
        checkCountry(viewer, wanted.address().country());
        domains.check(wanted.domainPrefix(), wanted.domainSuffix());
        var acceptance = wanted.agreement();
        if (acceptance != null) {
            viewer.require(Right.ATTEST_CUSTOMER_AGREEMENT);
            checkDate(viewer, acceptance);
        }
        return wanted;
    }

    /**
     * Whether a customer of that country can be added: one of the provider’s own region. Needs
     * {@link Right#ADD_CUSTOMER}.
     *
     * @throws Refusal invalid, field {@code address.country}
     */
    @Transactional(readOnly = true)
    public void checkCountry(Viewer viewer, String country) {
        viewer.require(Right.ADD_CUSTOMER);
        var home = organizations.get(viewer.organization()).address().country();
        if (!CountryRules.sameRegion(home, country)) {
            throw Refusal.invalid("address.country", "customer.country");
        }
    }

    /**
     * Whether a domain can be had, for the check while typing. Needs {@link Right#ADD_CUSTOMER}.
     *
     * @throws Refusal invalid, field {@code domainPrefix} or {@code domainSuffix}
     */
    @Transactional(readOnly = true)
    public void checkDomain(Viewer viewer, String prefix, String suffix) {
        viewer.require(Right.ADD_CUSTOMER);
        domains.check(prefix, suffix);
    }

    private TemporaryPassword register(Viewer viewer, OrganizationId customer, NewCustomer wanted) {
        organizations.register(
                customer, OrganizationKind.CUSTOMER, wanted.name(), wanted.address(), wanted.language(), null, null);
        try {
            organizations.addDomain(customer, wanted.domain(), true);
            var contact = wanted.contact();
            return users.add(
                    viewer.actor(),
                    customer,
                    new NewUser(
                            "admin@" + wanted.domain(),
                            null,
                            contact.firstName(),
                            contact.lastName(),
                            contact.firstName() + " " + contact.lastName(),
                            Users.roles(Role.GLOBAL_ADMIN),
                            wanted.language()));
        } catch (Refusal refusal) {
            throw refusal.kind() == Refusal.Kind.INVALID ? DomainNames.taken() : refusal;
        }
    }

    /**
     * A customer as the viewer sees it.
     *
     * @throws Refusal not found, for strangers; forbidden, if the viewer's organization may see it but the role may not
     */
    @Transactional(readOnly = true)
    public CustomerView get(Viewer viewer, RelationshipId id) {
        return lookup.see(viewer, id);
    }

    /**
     * The account page: contact, address, billing profile and agreement of this relationship.
     *
     * @throws Refusal not found, for strangers and for who sees only the name
     */
    @Transactional(readOnly = true)
    public CustomerAccount account(Viewer viewer, RelationshipId id) {
        return relationships.account(lookup.whole(viewer, id).id());
    }

    /**
     * The customers of the viewer's organization by name, 25 a page. Needs {@link Right#SEE_CUSTOMERS}; customers
     * themselves use {@link #own}.
     */
    @Transactional(readOnly = true)
    public Slice<CustomerRow> list(Viewer viewer, CustomerFilter filter, @Nullable Cursor after) {
        return list(viewer, filter, after, PAGE);
    }

    /** The same with at most {@code limit} customers, 500 at the most. */
    @Transactional(readOnly = true)
    public Slice<CustomerRow> list(Viewer viewer, CustomerFilter filter, @Nullable Cursor after, int limit) {
        viewer.require(Right.SEE_CUSTOMERS);
        return listing.list(viewer.organization(), filter, after, Math.min(limit, MOST));
    }

    /** Like {@link #list}, 500 at a time, for exports. */
    @Transactional(readOnly = true)
    public Slice<CustomerRow> export(Viewer viewer, CustomerFilter filter, @Nullable Cursor after) {
        viewer.require(Right.SEE_CUSTOMERS);
        return listing.list(viewer.organization(), filter, after, MOST);
    }

    /**
     * The relationship through which the viewer's organization has a customer; the oldest, where a reseller has it
     * through several providers.
     *
     * @throws Refusal not found, if it is not in the viewer's list
     */
    @Transactional(readOnly = true)
    public RelationshipId relationship(Viewer viewer, OrganizationId customer) {
        return listing.ofCustomer(viewer.organization(), customer).orElseThrow(Refusal::notFound);
    }

    /** One line of the list; empty if it is not in the viewer's. */
    @Transactional(readOnly = true)
    public Optional<CustomerRow> row(Viewer viewer, RelationshipId id) {
        viewer.require(Right.SEE_CUSTOMERS);
        return listing.find(viewer.organization(), id);
    }

    /** A customer's own relationships with providers, oldest first; none for viewers of other kinds. */
    @Transactional(readOnly = true)
    public List<CustomerView> own(Viewer viewer) {
        if (!viewer.isCustomer()) {
            return List.of();
        }
        viewer.require(Right.SEE_SUBSCRIPTIONS);
        return relationships.ofCustomer(viewer.organization()).stream()
                .map(customer -> customer.through(Access.CUSTOMER_ADMIN))
                .toList();
    }

    /** Needs {@link Right#EDIT_CUSTOMER}. @throws Refusal invalid, naming the field; changed meanwhile */
    public void changeContact(Viewer viewer, RelationshipId id, int version, Contact contact) {
        var customer = lookup.whole(viewer, id);
        customer.require(viewer, Right.EDIT_CUSTOMER);
        var checked = CustomerFields.check(contact, customer.country());
        relationships.contact(id, version, checked);
        listing.refresh(id);
        audit.record(entry(viewer, customer, "customer.contact-changed"));
    }

    /**
     * Needs {@link Right#EDIT_CUSTOMER_BILLING}; the country stays what it is.
     *
     * @throws Refusal invalid, naming the field; changed meanwhile
     */
    public void changeBilling(Viewer viewer, RelationshipId id, int version, CustomerAccount.Billing billing) {
        var customer = lookup.whole(viewer, id);
        customer.require(viewer, Right.EDIT_CUSTOMER_BILLING);
        var wanted = CustomerFields.check(billing);
        var before = relationships.account(id).billing();
        relationships.billing(id, version, wanted);
        listing.refresh(id);
        audit.record(entry(viewer, customer, "customer.billing-changed")
                .change("name", before.name(), wanted.name())
                .change("city", before.address().city(), wanted.address().city()));
    }

    /**
     * The provider attests that the customer accepted the customer agreement. Needs
     * {@link Right#ATTEST_CUSTOMER_AGREEMENT}; resellers cannot.
     *
     * @throws Refusal invalid, for a date in the future; conflict, if it is accepted already; changed meanwhile
     */
    public void attest(Viewer viewer, RelationshipId id, int version, AgreementAcceptance acceptance) {
        var customer = lookup.whole(viewer, id);
        customer.require(viewer, Right.ATTEST_CUSTOMER_AGREEMENT);
        CustomerFields.check(acceptance);
        checkDate(viewer, acceptance);
        requireVersion(customer, version);
        agree(viewer, customer, acceptance, true);
    }

    /** The customer's admin accepts the customer agreement. Needs {@link Right#ANSWER_RELATIONSHIP_REQUEST}. */
    public void accept(Viewer viewer, RelationshipId id, int version) {
        var customer = lookup.whole(viewer, id);
        customer.require(viewer, Right.ANSWER_RELATIONSHIP_REQUEST);
        requireVersion(customer, version);
        agree(viewer, customer, signedBy(viewer), false);
    }

    AgreementAcceptance signedBy(Viewer viewer) {
        var user = users.get(viewer.organization(), viewer.membership());
        var email = user.contactEmail() == null ? user.signInName() : user.contactEmail();
        return new AgreementAcceptance(today(viewer), user.firstName(), user.lastName(), email, null);
    }

    void agree(Viewer viewer, CustomerView customer, AgreementAcceptance acceptance, boolean attested) {
        if (customer.agreementAccepted()) {
            throw Refusal.conflict("customer.agreement-already-accepted");
        }
        var agreement = agreements.current(AgreementKind.CUSTOMER, viewer.locale());
        relationships.agreed(
                customer.id(),
                customer.version(),
                attested,
                acceptance,
                agreement.id().value(),
                viewer.account().value(),
                clock.instant());
        listing.refresh(customer.id());
        audit.record(entry(viewer, customer, attested ? "customer.agreement-attested" : "customer.agreement-accepted")
                .change("acceptedOn", null, acceptance.acceptedOn())
                .change("agreement", null, agreement.number()));
    }

    private void checkDate(Viewer viewer, AgreementAcceptance acceptance) {
        if (acceptance.acceptedOn().isAfter(today(viewer))) {
            throw Refusal.invalid("acceptedOn", "customer.agreement-in-the-future");
        }
    }

    private LocalDate today(Viewer viewer) {
        return clock.instant().atZone(viewer.zone()).toLocalDate();
    }

    static void requireVersion(CustomerView customer, int version) {
        if (customer.version() != version) {
            throw Refusal.changedMeanwhile();
        }
    }

    static AuditEntry entry(Viewer viewer, CustomerView customer, String kind) {
        var entry = AuditEntry.of(viewer.actor(), kind, "customer", customer.id())
                .customer(customer.customer())
                .concerning(customer.provider(), customer.customer());
        var reseller = customer.reseller();
        return reseller == null ? entry : entry.concerning(reseller);
    }
}
