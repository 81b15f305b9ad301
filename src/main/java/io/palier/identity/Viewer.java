package io.palier.identity;

import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.shared.Actor;
import io.palier.shared.Refusal;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Who asks: a person (or an application by itself) acting for one organization, with the roles held there now. Read anew at every request, so that
 * rights that end, end at once.
 *
 * @param displayName the person's name
 * @param organizationName the name of the organization acted for
 * @param mustChangePassword whether the password is a temporary one
 * @param application the API application through which the viewer asks; null in the portal
 */
public record Viewer(
        AccountId account,
        MembershipId membership,
        OrganizationId organization,
        OrganizationKind kind,
        String organizationName,
        Set<Role> roles,
        String signInName,
        String displayName,
        Locale locale,
        ZoneId zone,
        boolean organizationActive,
        boolean mustChangePassword,
        @Nullable UUID application) {

    /** A viewer in the portal. */
    public Viewer(
            AccountId account,
            MembershipId membership,
            OrganizationId organization,
            OrganizationKind kind,
            String organizationName,
            Set<Role> roles,
            String signInName,
            String displayName,
            Locale locale,
            ZoneId zone,
            boolean organizationActive,
            boolean mustChangePassword) {
        this(
                account,
                membership,
                organization,
                kind,
                organizationName,
                roles,
                signInName,
                displayName,
                locale,
                zone,
                organizationActive,
                mustChangePassword,
                null);
    }

    /** The same viewer, asking through an API application. */
    public Viewer through(UUID apiApplication) {
        return new Viewer(
                account,
                membership,
                organization,
                kind,
                organizationName,
                roles,
                signInName,
                displayName,
                locale,
                zone,
                organizationActive,
                mustChangePassword,
                apiApplication);
    }

    /** Whether the person holds the right; on which customer is another question. */
    public boolean may(Right right) {
        return organizationActive && !Collections.disjoint(right.holders(kind), roles);
    }

    /**
     * Insists on a right.
     *
     * @throws Refusal forbidden, naming the right, if the person does not hold it
     */
    public void require(Right right) {
        if (!may(right)) {
            throw missing(right);
        }
    }

    /** The refusal that names a missing right. */
    public static Refusal missing(Right right) {
        return new Refusal(
                Refusal.Kind.FORBIDDEN, "right-missing", new DefaultMessageSourceResolvable("right." + right.name()));
    }

    public boolean is(OrganizationKind expected) {
        return kind == expected;
    }

    public boolean isOperator() {
        return kind == OrganizationKind.OPERATOR;
    }

    public boolean isProvider() {
        return kind == OrganizationKind.INDIRECT_PROVIDER;
    }

    public boolean isReseller() {
        return kind == OrganizationKind.INDIRECT_RESELLER;
    }

    public boolean isCustomer() {
        return kind == OrganizationKind.CUSTOMER;
    }

    /** For the audit trail. */
    public Actor actor() {
        return new Actor(organization.value(), account.value(), application);
    }
}
