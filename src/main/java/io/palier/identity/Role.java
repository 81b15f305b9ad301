package io.palier.identity;

import io.palier.organization.OrganizationKind;
import java.util.EnumSet;
import java.util.Set;

/** What a person is in one organization (portal reference 1.3). A membership may hold several. */
public enum Role {
    GLOBAL_ADMIN,
    USER_ADMIN,
    BILLING_ADMIN,
    ADMIN_AGENT,
    SALES_AGENT,
    HELPDESK_AGENT;

    /** The roles that mean something in an organization of this kind; a customer's other users hold none. */
    public static Set<Role> of(OrganizationKind kind) {
        return switch (kind) {
            case INDIRECT_PROVIDER, INDIRECT_RESELLER -> EnumSet.allOf(Role.class);
            case OPERATOR, CUSTOMER -> EnumSet.of(GLOBAL_ADMIN);
        };
    }
}
