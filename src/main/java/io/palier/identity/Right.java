package io.palier.identity;

import static io.palier.identity.Role.ADMIN_AGENT;
import static io.palier.identity.Role.BILLING_ADMIN;
import static io.palier.identity.Role.GLOBAL_ADMIN;
import static io.palier.identity.Role.HELPDESK_AGENT;
import static io.palier.identity.Role.SALES_AGENT;
import static io.palier.identity.Role.USER_ADMIN;
import static io.palier.organization.OrganizationKind.CUSTOMER;
import static io.palier.organization.OrganizationKind.INDIRECT_PROVIDER;
import static io.palier.organization.OrganizationKind.INDIRECT_RESELLER;
import static io.palier.organization.OrganizationKind.OPERATOR;

import io.palier.organization.OrganizationKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a role lets a person do for the organization (portal reference 1.3; design, Actors and rights). A right says what
 * the person may do at all; on which customer or subscription is decided by the relationship, in the module that
 * holds it. The global admin holds every right of its kind of organization.
 */
@SuppressWarnings("ImmutableEnumChecker") // never changed after construction
public enum Right {
    // Own organization
    MANAGE_OWN_USERS(of(INDIRECT_PROVIDER, USER_ADMIN)
            .and(INDIRECT_RESELLER, USER_ADMIN)
            .and(CUSTOMER)
            .and(OPERATOR)),
    RESET_SECOND_FACTOR(
            of(INDIRECT_PROVIDER).and(INDIRECT_RESELLER).and(CUSTOMER).and(OPERATOR)),
    EDIT_OWN_PROFILE(of(INDIRECT_PROVIDER).and(INDIRECT_RESELLER).and(CUSTOMER).and(OPERATOR)),
    SEE_ACTIVITY(everybody(INDIRECT_PROVIDER)
            .and(everybody(INDIRECT_RESELLER))
            .and(CUSTOMER)
            .and(OPERATOR)),
    SEE_INVOICES(of(INDIRECT_PROVIDER, BILLING_ADMIN, ADMIN_AGENT)
            .and(INDIRECT_RESELLER, BILLING_ADMIN)
            .and(CUSTOMER)),

    MANAGE_APPLICATIONS(of(INDIRECT_PROVIDER).and(INDIRECT_RESELLER)),

    // Partnerships
    SIGN_PARTNER_AGREEMENT(of(INDIRECT_PROVIDER).and(INDIRECT_RESELLER)),
    ACCEPT_PARTNERSHIP(of(INDIRECT_RESELLER)),
    SEE_PARTNERSHIPS(of(INDIRECT_PROVIDER, USER_ADMIN, ADMIN_AGENT, SALES_AGENT)
            .and(INDIRECT_RESELLER, USER_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT)),
    REQUEST_PARTNERSHIP(of(INDIRECT_PROVIDER, USER_ADMIN, ADMIN_AGENT, SALES_AGENT)),
    REMOVE_PARTNERSHIP(of(INDIRECT_PROVIDER, ADMIN_AGENT)),

    // Customers
    SEE_CUSTOMERS(of(INDIRECT_PROVIDER, USER_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT)
            .and(INDIRECT_RESELLER, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT)),
    ADD_CUSTOMER(of(INDIRECT_PROVIDER, USER_ADMIN, ADMIN_AGENT, SALES_AGENT)),
    EDIT_CUSTOMER(
            of(INDIRECT_PROVIDER, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT).and(INDIRECT_RESELLER, ADMIN_AGENT)),
    EDIT_CUSTOMER_BILLING(of(INDIRECT_PROVIDER, ADMIN_AGENT, SALES_AGENT)),
    SET_QUALIFICATION(of(INDIRECT_PROVIDER, ADMIN_AGENT, SALES_AGENT)),
    ATTEST_CUSTOMER_AGREEMENT(of(INDIRECT_PROVIDER, ADMIN_AGENT, SALES_AGENT)),
    REQUEST_RELATIONSHIP(of(INDIRECT_PROVIDER, ADMIN_AGENT, SALES_AGENT).and(INDIRECT_RESELLER, ADMIN_AGENT)),
    REQUEST_DELEGATED_ADMINISTRATION(of(INDIRECT_PROVIDER, ADMIN_AGENT).and(INDIRECT_RESELLER, ADMIN_AGENT)),
    REMOVE_RELATIONSHIP(of(INDIRECT_PROVIDER, ADMIN_AGENT, SALES_AGENT).and(CUSTOMER)),
    ANSWER_RELATIONSHIP_REQUEST(of(CUSTOMER)),
    SET_CUSTOMER_RESELLER(of(INDIRECT_PROVIDER, ADMIN_AGENT, SALES_AGENT)),
    MANAGE_CUSTOMER_USERS(of(INDIRECT_PROVIDER, USER_ADMIN, ADMIN_AGENT).and(INDIRECT_RESELLER, ADMIN_AGENT)),
    RESET_CUSTOMER_PASSWORDS(
            of(INDIRECT_PROVIDER, USER_ADMIN, ADMIN_AGENT).and(INDIRECT_RESELLER, ADMIN_AGENT, HELPDESK_AGENT)),
    ASSIGN_LICENSES(of(INDIRECT_PROVIDER, USER_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT)
            .and(INDIRECT_RESELLER, ADMIN_AGENT)
            .and(CUSTOMER)),

    // Orders and subscriptions
    SEE_SUBSCRIPTIONS(of(INDIRECT_PROVIDER, USER_ADMIN, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT)
            .and(INDIRECT_RESELLER, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT)
            .and(CUSTOMER)),
    SEE_PRICES(of(INDIRECT_PROVIDER, USER_ADMIN, BILLING_ADMIN, ADMIN_AGENT, SALES_AGENT)
            .and(OPERATOR)),
    PLACE_ORDER(of(INDIRECT_PROVIDER, ADMIN_AGENT, SALES_AGENT).and(INDIRECT_RESELLER, ADMIN_AGENT, SALES_AGENT)),
    MANAGE_SUBSCRIPTION(of(INDIRECT_PROVIDER, ADMIN_AGENT, SALES_AGENT).and(INDIRECT_RESELLER, ADMIN_AGENT)),
    SET_PARTNER_OF_RECORD(of(INDIRECT_PROVIDER, ADMIN_AGENT, SALES_AGENT)),
    SET_SUPPORT_CONTACT(of(INDIRECT_PROVIDER, ADMIN_AGENT, HELPDESK_AGENT)),
    ASK_FOR_LICENSES(of(CUSTOMER)),

    // Service requests
    SEE_SERVICE_REQUESTS(of(INDIRECT_PROVIDER, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT)
            .and(INDIRECT_RESELLER, ADMIN_AGENT, SALES_AGENT, HELPDESK_AGENT)
            .and(CUSTOMER)
            .and(OPERATOR)),
    HANDLE_SERVICE_REQUESTS(of(INDIRECT_PROVIDER, ADMIN_AGENT, HELPDESK_AGENT)
            .and(INDIRECT_RESELLER, ADMIN_AGENT, HELPDESK_AGENT)
            .and(CUSTOMER)
            .and(OPERATOR)),
    ASK_OPERATOR(everybody(INDIRECT_PROVIDER).and(everybody(INDIRECT_RESELLER))),

    // Reports
    SEE_ANALYTICS(of(INDIRECT_PROVIDER, USER_ADMIN, ADMIN_AGENT).and(INDIRECT_RESELLER, ADMIN_AGENT, BILLING_ADMIN)),

    // The installation
    MANAGE_PARTNERS(of(OPERATOR)),
    MANAGE_CATALOG(of(OPERATOR)),
    MANAGE_AGREEMENTS(of(OPERATOR)),
    MANAGE_INSTALLATION(of(OPERATOR));

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes the sets after construction
    private final Map<OrganizationKind, Set<Role>> holders;

    Right(Holders holders) {
        this.holders = holders.byKind;
    }

    /** The roles that hold this right in an organization of this kind; empty if none can. */
    public Set<Role> holders(OrganizationKind kind) {
        return holders.getOrDefault(kind, Set.of());
    }

    private static Holders of(OrganizationKind kind, Role... besidesGlobalAdmin) {
        return new Holders().and(kind, besidesGlobalAdmin);
    }

    private static Holders everybody(OrganizationKind kind) {
        return of(kind, Role.values());
    }

    private static final class Holders {
        private final Map<OrganizationKind, Set<Role>> byKind = new EnumMap<>(OrganizationKind.class);

        Holders and(OrganizationKind kind, Role... besidesGlobalAdmin) {
            byKind.put(kind, EnumSet.of(GLOBAL_ADMIN, besidesGlobalAdmin));
            return this;
        }

        Holders and(Holders other) {
            byKind.putAll(other.byKind);
            return this;
        }
    }
}
