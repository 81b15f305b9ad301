package io.palier.customer;

import io.palier.customer.domain.CustomerFields;
import io.palier.identity.MembershipId;
import io.palier.identity.NewUser;
import io.palier.identity.Right;
import io.palier.identity.Role;
import io.palier.identity.TemporaryPassword;
import io.palier.identity.UserView;
import io.palier.identity.UserView.Status;
import io.palier.identity.Users;
import io.palier.identity.Viewer;
import io.palier.organization.Organizations;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.SearchText;
import io.palier.shared.Slice;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The users of a customer, for who administers them: the customer itself, and partners with delegated administration
 * for as long as they have it.
 */
@Service
@Transactional
public class CustomerUsers {
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?");

    private final CustomerLookup lookup;
    private final Organizations organizations;
    private final Users users;
    private final ApplicationEventPublisher events;

    CustomerUsers(CustomerLookup lookup, Organizations organizations, Users users, ApplicationEventPublisher events) {
        this.lookup = lookup;
        this.organizations = organizations;
        this.users = users;
        this.events = events;
    }

    /**
     * Somebody to be added.
     *
     * @param localPart what stands before the domain; letters, digits, dots, dashes
     * @param domain one of the customer's
     * @param globalAdmin whether the person administers the customer's organization
     */
    public record NewCustomerUser(
            String firstName,
            String lastName,
            String displayName,
            String localPart,
            String domain,
            @Nullable String contactEmail,
            boolean globalAdmin,
            Locale language) {}

    /**
     * What is to be different about a user; null for what stays.
     *
     * @param localPart what stands before the domain of the sign-in name
     * @param domain one of the customer's
     */
    public record UserChange(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String displayName,
            @Nullable String localPart,
            @Nullable String domain) {}

    /** 25 a page, oldest first. @throws Refusal not found; forbidden without delegated administration */
    @Transactional(readOnly = true)
    public Slice<UserView> list(
            Viewer viewer, RelationshipId id, boolean deleted, SearchText search, @Nullable Cursor after) {
        return list(viewer, id, deleted, search, after, Customers.PAGE);
    }

    /** The same with at most {@code limit} users. */
    @Transactional(readOnly = true)
    public Slice<UserView> list(
            Viewer viewer, RelationshipId id, boolean deleted, SearchText search, @Nullable Cursor after, int limit) {
        var customer = administered(viewer, id);
        return users.list(customer.customer(), statuses(deleted), search, after, limit);
    }

    /** The same by display name, at most {@code limit} users. */
    @Transactional(readOnly = true)
    public Slice<UserView> listByName(
            Viewer viewer, RelationshipId id, boolean deleted, boolean descending, @Nullable Cursor after, int limit) {
        var customer = administered(viewer, id);
        return users.listByName(customer.customer(), statuses(deleted), descending, after, limit);
    }

    private static EnumSet<Status> statuses(boolean deleted) {
        return deleted ? EnumSet.of(Status.DELETED) : EnumSet.complementOf(EnumSet.of(Status.DELETED));
    }

    /**
     * One user of the customer.
     *
     * @throws Refusal not found, also for another customer's user
     */
    @Transactional(readOnly = true)
    public UserView get(Viewer viewer, RelationshipId id, MembershipId user) {
        return users.get(administered(viewer, id).customer(), user);
    }

    /**
     * The customer's user of that name.
     *
     * @throws Refusal not found, also for another customer's user
     */
    @Transactional(readOnly = true)
    public UserView named(Viewer viewer, RelationshipId id, String signInName) {
        return users.named(administered(viewer, id).customer(), signInName);
    }

    /** The domains a sign-in name can have, the primary one first. */
    @Transactional(readOnly = true)
    public List<String> domains(Viewer viewer, RelationshipId id) {
        return organizations.domains(administered(viewer, id).customer());
    }

    /**
     * Adds a person. Needs {@link Right#MANAGE_CUSTOMER_USERS}, of the customer itself
     * {@link Right#MANAGE_OWN_USERS}.
     *
     * @return the temporary password, to be shown once
     * @throws Refusal invalid, naming the field
     */
    public TemporaryPassword add(Viewer viewer, RelationshipId id, NewCustomerUser user) {
        return add(viewer, id, user, null);
    }

    /** The same with a temporary password that the caller chose; null for a new one. */
    public TemporaryPassword add(Viewer viewer, RelationshipId id, NewCustomerUser user, @Nullable String chosen) {
        var customer = managed(viewer, id, Right.MANAGE_CUSTOMER_USERS);
        CustomerFields.text("displayName", user.displayName(), 120);
        var signInName = signInName(customer, user.localPart(), user.domain());
        var email = user.contactEmail();
        if (email != null) {
            CustomerFields.email("contactEmail", email);
        }
        var roles = EnumSet.noneOf(Role.class);
        if (user.globalAdmin()) {
            roles.add(Role.GLOBAL_ADMIN);
        }
        try {
            return users.add(
                    viewer.actor(),
                    customer.customer(),
                    new NewUser(
                            signInName,
                            email,
                            user.firstName(),
                            user.lastName(),
                            user.displayName(),
                            roles,
                            user.language()),
                    chosen);
        } catch (Refusal refusal) {
            throw aboutLocalPart(refusal);
        }
    }

    private String signInName(CustomerView customer, String localPart, String domain) {
        if (!LOCAL.matcher(localPart).matches()) {
            throw Refusal.invalid("localPart", "customer.user-name");
        }
        if (!organizations.domains(customer.customer()).contains(domain)) {
            throw Refusal.invalid("domain", "customer.user-domain");
        }
        return localPart + "@" + domain;
    }

    private static Refusal aboutLocalPart(Refusal refusal) {
        return "signInName".equals(refusal.field()) ? Refusal.invalid("localPart", refusal.code()) : refusal;
    }

    /**
     * Changes names and sign-in name; what is the same already is no change. Needs
     * {@link Right#MANAGE_CUSTOMER_USERS}.
     *
     * @throws Refusal not found; invalid, naming the field
     */
    public UserView change(Viewer viewer, RelationshipId id, MembershipId user, UserChange wanted) {
        var customer = managed(viewer, id, Right.MANAGE_CUSTOMER_USERS);
        rename(viewer, customer, users.get(customer.customer(), user), wanted);
        changeSignInName(viewer, customer, users.get(customer.customer(), user), wanted);
        return users.get(customer.customer(), user);
    }

    private void rename(Viewer viewer, CustomerView customer, UserView now, UserChange wanted) {
        var first = Objects.requireNonNullElse(wanted.firstName(), now.firstName());
        var last = Objects.requireNonNullElse(wanted.lastName(), now.lastName());
        var display = Objects.requireNonNullElse(wanted.displayName(), now.displayName());
        if (List.of(first, last, display).equals(List.of(now.firstName(), now.lastName(), now.displayName()))) {
            return;
        }
        CustomerFields.text("displayName", display, 120);
        users.rename(
                viewer.actor(), customer.customer(), now.id(), now.version(), first, last, display, now.contactEmail());
    }

    private void changeSignInName(Viewer viewer, CustomerView customer, UserView now, UserChange wanted) {
        var localPart = wanted.localPart();
        if (localPart == null) {
            return;
        }
        var domain = Objects.requireNonNullElse(
                wanted.domain(), now.signInName().substring(now.signInName().indexOf('@') + 1));
        if ((localPart + "@" + domain).equalsIgnoreCase(now.signInName())) {
            return;
        }
        try {
            users.changeSignInName(
                    viewer.actor(),
                    customer.customer(),
                    now.id(),
                    now.version(),
                    signInName(customer, localPart, domain));
        } catch (Refusal refusal) {
            throw aboutLocalPart(refusal);
        }
    }

    /**
     * Makes a user global admin of the customer, or no longer; being so already is no change. Needs
     * {@link Right#MANAGE_CUSTOMER_USERS}.
     *
     * @throws Refusal not found; conflict, for the last global admin
     */
    public UserView makeAdmin(Viewer viewer, RelationshipId id, MembershipId user, boolean admin) {
        var customer = managed(viewer, id, Right.MANAGE_CUSTOMER_USERS);
        var before = users.get(customer.customer(), user);
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(before.roles());
        if (admin ? roles.add(Role.GLOBAL_ADMIN) : roles.remove(Role.GLOBAL_ADMIN)) {
            users.changeRoles(viewer.actor(), customer.customer(), user, before.version(), roles);
        }
        return users.get(customer.customer(), user);
    }

    /** A new temporary password. Needs {@link Right#RESET_CUSTOMER_PASSWORDS}, or to be the customer. */
    public TemporaryPassword resetPassword(Viewer viewer, RelationshipId id, MembershipId user) {
        return resetPassword(viewer, id, user, null);
    }

    /** The same with a temporary password that the caller chose; null for a new one. */
    public TemporaryPassword resetPassword(
            Viewer viewer, RelationshipId id, MembershipId user, @Nullable String chosen) {
        var customer = managed(viewer, id, Right.RESET_CUSTOMER_PASSWORDS);
        return users.resetPassword(viewer.actor(), customer.customer(), user, chosen);
    }

    /** Deletes a user, who can be restored for 30 days. Needs {@link Right#MANAGE_CUSTOMER_USERS}. */
    public void delete(Viewer viewer, RelationshipId id, MembershipId user, int version) {
        var customer = managed(viewer, id, Right.MANAGE_CUSTOMER_USERS);
        users.delete(viewer.actor(), customer.customer(), user, version);
        events.publishEvent(new CustomerUserDeleted(customer.customer(), user));
    }

    /** Undoes a deletion. @throws Refusal gone, after 30 days */
    public void restore(Viewer viewer, RelationshipId id, MembershipId user, int version) {
        var customer = managed(viewer, id, Right.MANAGE_CUSTOMER_USERS);
        users.restore(viewer.actor(), customer.customer(), user, version);
        events.publishEvent(new CustomerUserRestored(customer.customer(), user));
    }

    /** The right that counts for this viewer: a customer manages its own users. */
    public static Right right(CustomerView customer, Right ofPartners) {
        return customer.isThrough(Access.CUSTOMER_ADMIN) ? Right.MANAGE_OWN_USERS : ofPartners;
    }

    private CustomerView managed(Viewer viewer, RelationshipId id, Right right) {
        var customer = administered(viewer, id);
        customer.require(viewer, right(customer, right));
        return customer;
    }

    private CustomerView administered(Viewer viewer, RelationshipId id) {
        var customer = lookup.whole(viewer, id);
        if (!customer.isAdministered()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "customer.not-administered", customer.name());
        }
        return customer;
    }
}
