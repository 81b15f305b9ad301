package io.palier.identity;

import io.palier.identity.UserView.Status;
import io.palier.identity.domain.Accounts;
import io.palier.identity.domain.Memberships;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.shared.Actor;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.SearchText;
import io.palier.shared.Slice;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the people of an organization. Callers establish the right first: {@link OwnUsers} for one's own
 * organization, the customer module for a customer's users.
 */
@Service
@Transactional
public class Users {
    /** How long a deleted user can be restored (portal reference 3.9). */
    public static final Duration RESTORABLE = Duration.ofDays(30);

    private static final int PAGE = 25;

    private final Memberships memberships;
    private final Accounts accounts;
    private final Organizations organizations;
    private final PasswordEncoder encoder;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final Clock clock;

    Users(
            Memberships memberships,
            Accounts accounts,
            Organizations organizations,
            PasswordEncoder encoder,
            Sessions sessions,
            AuditTrail audit,
            Clock clock) {
        this.memberships = memberships;
        this.accounts = accounts;
        this.organizations = organizations;
        this.encoder = encoder;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** 25 users a page, oldest first; the text is looked for in names, sign-in names and e-mail addresses. */
    @Transactional(readOnly = true)
    public Slice<UserView> list(
            OrganizationId organization, Set<Status> statuses, SearchText search, @Nullable Cursor after) {
        return list(organization, statuses, search, after, PAGE);
    }

    /** The same with at most {@code limit} users. */
    @Transactional(readOnly = true)
    public Slice<UserView> list(
            OrganizationId organization, Set<Status> statuses, SearchText search, @Nullable Cursor after, int limit) {
        return memberships.list(organization, statuses, search, after, limit);
    }

    /** The same by display name. */
    @Transactional(readOnly = true)
    public Slice<UserView> listByName(
            OrganizationId organization, Set<Status> statuses, boolean descending, @Nullable Cursor after, int limit) {
        return memberships.listByName(organization, statuses, descending, after, limit);
    }

    /**
     * One user of the organization, deleted ones included.
     *
     * @throws Refusal not found, also for another organization's user
     */
    @Transactional(readOnly = true)
    public UserView get(OrganizationId organization, MembershipId id) {
        return memberships.find(organization, id).orElseThrow(Refusal::notFound);
    }

    /** The same; empty for an application's own account too. */
    @Transactional(readOnly = true)
    public Optional<UserView> find(OrganizationId organization, MembershipId id) {
        return memberships.find(organization, id);
    }

    /**
     * The user of that name, deleted ones included.
     *
     * @throws Refusal not found, also for another organization's user
     */
    @Transactional(readOnly = true)
    public UserView named(OrganizationId organization, String signInName) {
        return memberships.find(organization, signInName).orElseThrow(Refusal::notFound);
    }

    /**
     * Adds a person with a temporary password.
     *
     * @return the password, to be shown once; it cannot be read again
     * @throws Refusal invalid, field {@code signInName}, if the name is taken; field {@code roles}, if a role means
     *     nothing in that kind of organization
     */
    public TemporaryPassword add(Actor actor, OrganizationId organization, NewUser user) {
        return add(actor, organization, user, null);
    }

    /** The same with a temporary password that somebody chose for the person; null for a new one. */
    public TemporaryPassword add(Actor actor, OrganizationId organization, NewUser user, @Nullable String chosen) {
        var password = TemporaryPassword.of(user.signInName(), chosen);
        addWithPassword(actor, organization, user, password.password(), true);
        return password;
    }

    /** Adds a person whose password is known: somebody who enrolls, or the first operator. */
    public MembershipId addWithPassword(
            Actor actor, OrganizationId organization, NewUser user, String password, boolean temporary) {
        check(organizations.get(organization).kind(), user.roles());
        var id = memberships.add(organization, user, encode(password), temporary, clock.instant());
        audit.record(entry(actor, organization, "user.added", id).change("roles", null, user.roles()));
        return id;
    }

    /** Gives a person who has an account already a membership in a further organization. */
    public MembershipId join(Actor actor, OrganizationId organization, AccountId account, Set<Role> roles) {
        check(organizations.get(organization).kind(), roles);
        var id = memberships.join(account, organization, roles, clock.instant());
        audit.record(entry(actor, organization, "user.added", id).change("roles", null, roles));
        return id;
    }

    /**
     * Gives a user exactly these roles.
     *
     * @throws Refusal conflict, if the organization would be left without a global admin
     */
    public void changeRoles(Actor actor, OrganizationId organization, MembershipId id, int version, Set<Role> roles) {
        var user = read(organization, id, version);
        check(organizations.get(organization).kind(), roles);
        if (user.roles().contains(Role.GLOBAL_ADMIN) && !roles.contains(Role.GLOBAL_ADMIN)) {
            keepAGlobalAdmin(user);
        }
        memberships.save(user, roles, user.status(), user.statusSince());
        audit.record(entry(actor, organization, "user.roles-changed", id).change("roles", user.roles(), roles));
    }

    /** Changes names and contact e-mail. */
    public void rename(
            Actor actor,
            OrganizationId organization,
            MembershipId id,
            int version,
            String firstName,
            String lastName,
            String displayName,
            @Nullable String contactEmail) {
        var user = read(organization, id, version);
        memberships.save(user, user.roles(), user.status(), user.statusSince());
        memberships.rename(user, firstName, lastName, displayName, contactEmail);
        audit.record(entry(actor, organization, "user.renamed", id));
    }

    /**
     * Gives the person another name to sign in with.
     *
     * @throws Refusal invalid, field {@code signInName}, if the name is taken; conflict, if the person acts for another
     *     organization too
     */
    public void changeSignInName(
            Actor actor, OrganizationId organization, MembershipId id, int version, String signInName) {
        var user = read(organization, id, version);
        if (accounts.choices(user.account()).size() > 1) {
            throw Refusal.conflict("user.password-elsewhere");
        }
        memberships.save(user, user.roles(), user.status(), user.statusSince());
        memberships.signInName(user, signInName);
        audit.record(entry(actor, organization, "user.sign-in-name-changed", id));
    }

    /** Ends access at once, in live sessions too. Deactivating twice is no change. */
    public void deactivate(Actor actor, OrganizationId organization, MembershipId id, int version) {
        end(actor, organization, id, version, Status.DEACTIVATED, "user.deactivated");
    }

    public void reactivate(Actor actor, OrganizationId organization, MembershipId id, int version) {
        resume(actor, organization, id, version, Status.DEACTIVATED, "user.reactivated");
    }

    /** Deletes a user; {@link #restore} undoes it for 30 days. */
    public void delete(Actor actor, OrganizationId organization, MembershipId id, int version) {
        end(actor, organization, id, version, Status.DELETED, "user.deleted");
    }

    /**
     * Brings a deleted user back, with the roles held before.
     *
     * @throws Refusal gone, 30 days after the deletion
     */
    public void restore(Actor actor, OrganizationId organization, MembershipId id, int version) {
        var user = read(organization, id, version);
        if (user.status() == Status.DELETED
                && user.statusSince().plus(RESTORABLE).isBefore(clock.instant())) {
            throw Refusal.gone("user.restore-too-late");
        }
        resume(actor, organization, id, version, Status.DELETED, "user.restored");
    }

    /**
     * A new temporary password; the old one and all live sessions end.
     *
     * @throws Refusal conflict, if the user is not active, or acts for another organization too
     */
    public TemporaryPassword resetPassword(Actor actor, OrganizationId organization, MembershipId id) {
        return resetPassword(actor, organization, id, null);
    }

    /** The same with a temporary password that somebody chose for the person; null for a new one. */
    public TemporaryPassword resetPassword(
            Actor actor, OrganizationId organization, MembershipId id, @Nullable String chosen) {
        var user = get(organization, id);
        if (!user.isActive()) {
            throw Refusal.conflict("user.not-active");
        }
        if (accounts.choices(user.account()).size() > 1) {
            throw Refusal.conflict("user.password-elsewhere");
        }
        var password = TemporaryPassword.of(user.signInName(), chosen);
        accounts.password(user.account(), encode(password.password()), true);
        sessions.endAll(user.account());
        audit.record(entry(actor, organization, "user.password-reset", id));
        return password;
    }

    /** Removes for good the users deleted more than 30 days ago, at most 500 at once; returns how many. */
    public int purge() {
        return memberships.purgeDeletedBefore(clock.instant().minus(RESTORABLE));
    }

    /** Deletes for good all people of an organization that is deleted, and the accounts that are in no other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deleteAll(OrganizationId organization) {
        memberships.deleteAll(organization);
    }

    private void end(
            Actor actor, OrganizationId organization, MembershipId id, int version, Status status, String kind) {
        var user = read(organization, id, version);
        if (user.status() == status) {
            return;
        }
        if (user.isActive() && user.roles().contains(Role.GLOBAL_ADMIN)) {
            keepAGlobalAdmin(user);
        }
        memberships.save(user, user.roles(), status, clock.instant());
        audit.record(entry(actor, organization, kind, id).change("status", user.status(), status));
    }

    private void resume(
            Actor actor, OrganizationId organization, MembershipId id, int version, Status from, String kind) {
        var user = read(organization, id, version);
        if (user.isActive()) {
            return;
        }
        if (user.status() != from) {
            throw Refusal.changedMeanwhile();
        }
        memberships.save(user, user.roles(), Status.ACTIVE, clock.instant());
        audit.record(entry(actor, organization, kind, id).change("status", user.status(), Status.ACTIVE));
    }

    private UserView read(OrganizationId organization, MembershipId id, int version) {
        var user = get(organization, id);
        if (user.version() != version) {
            throw Refusal.changedMeanwhile();
        }
        return user;
    }

    private void keepAGlobalAdmin(UserView user) {
        if (!memberships.hasOtherGlobalAdmin(user)) {
            throw Refusal.conflict("user.last-global-admin");
        }
    }

    private static void check(OrganizationKind kind, Set<Role> roles) {
        if (!Role.of(kind).containsAll(roles)) {
            throw Refusal.invalid("roles", "user.role-unknown-here");
        }
    }

    private String encode(String password) {
        var hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("No hash for a password");
        }
        return hash;
    }

    /** What happens to a customer's people is about the customer. */
    private AuditEntry entry(Actor actor, OrganizationId organization, String kind, MembershipId id) {
        var entry = AuditEntry.of(actor, kind, "user", id).concerning(organization);
        return organizations.get(organization).kind() == OrganizationKind.CUSTOMER
                ? entry.customer(organization)
                : entry;
    }

    /** Roles as a set that keeps their order. */
    public static Set<Role> roles(Role... roles) {
        var set = EnumSet.noneOf(Role.class);
        set.addAll(Set.of(roles));
        return set;
    }
}
