package io.palier.identity.domain;

import io.palier.identity.AccountId;
import io.palier.identity.MembershipId;
import io.palier.identity.NewUser;
import io.palier.identity.Role;
import io.palier.identity.UserView;
import io.palier.organization.OrganizationId;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.SearchText;
import io.palier.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Memberships: which account is in which organization, as what. */
@Repository
public class Memberships {
    private static final String USER = """
            select m.id, m.account_id, m.organization_id, m.roles, m.status, m.status_since, m.version, a.sign_in_name,
                   a.contact_email, a.first_name, a.last_name, a.display_name
            from membership m join account a on a.id = m.account_id
            """;

    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<UserView> find(OrganizationId organization, MembershipId id) {
        return jdbc.sql(USER + "where m.organization_id = :organization and m.id = :id and not a.is_application")
                .param("organization", organization.value())
                .param("id", id.value())
                .query(Memberships::user)
                .optional();
    }

    public Optional<UserView> find(OrganizationId organization, String signInName) {
        return jdbc.sql(USER + "where m.organization_id = :organization and a.sign_in_name = :name::citext")
                .param("organization", organization.value())
                .param("name", signInName)
                .query(Memberships::user)
                .optional();
    }

    /** Users whose name, sign-in name or e-mail holds the text, by id (oldest first). */
    public Slice<UserView> list(
            OrganizationId organization,
            Set<UserView.Status> statuses,
            SearchText search,
            @Nullable Cursor after,
            int limit) {
        var rows = jdbc.sql(USER + """
                        where m.organization_id = :organization and m.status = any(:statuses) and m.id > :after
                          and not a.is_application
                          and (:all or lower(unaccent(a.display_name || ' ' || a.sign_in_name::text || ' '
                               || coalesce(a.contact_email::text, ''))) like :pattern)
                        order by m.id limit :limit""")
                .param("organization", organization.value())
                .param("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
                .param("after", after == null ? new UUID(0, 0) : after.id(0))
                .param("all", search.isEmpty())
                .param("pattern", search.pattern())
                .param("limit", limit + 1)
                .query(Memberships::user)
                .list();
        return Slice.of(rows, limit, user -> List.of(user.id().toString()));
    }

    /** The same by display name; the cursor is the last one's display name and id. */
    public Slice<UserView> listByName(
            OrganizationId organization,
            Set<UserView.Status> statuses,
            boolean descending,
            @Nullable Cursor after,
            int limit) {
        var rows = jdbc.sql(USER + """
                        where m.organization_id = :organization and m.status = any(:statuses) and not a.is_application
                          and (:first or (lower(a.display_name), m.id) %1$s (lower(:name), :after))
                        order by lower(a.display_name) %2$s, m.id %2$s limit :limit""".formatted(descending ? "<" : ">", descending ? "desc" : "asc"))
                .param("organization", organization.value())
                .param("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
                .param("first", after == null)
                .param("name", after == null ? "" : after.parts().getFirst())
                .param("after", after == null ? new UUID(0, 0) : after.id(1))
                .param("limit", limit + 1)
                .query(Memberships::user)
                .list();
        return Slice.of(
                rows, limit, user -> List.of(user.displayName(), user.id().toString()));
    }

    /**
     * Adds an account and its membership of the organization.
     *
     * @throws Refusal invalid, field {@code signInName}, if another account has that name
     */
    public MembershipId add(
            OrganizationId organization, NewUser user, String passwordHash, boolean temporary, Instant now) {
        var account = AccountId.next();
        try {
            jdbc.sql("""
                            insert into account (id, sign_in_name, contact_email, first_name, last_name, display_name,
                                password_hash, password_temporary, language, created_at, version)
                            values (:id, :name, :email, :first, :last, :display, :hash, :temporary, :language, :now, 1)""")
                    .param("id", account.value())
                    .param("name", user.signInName())
                    .param("email", user.contactEmail())
                    .param("first", user.firstName())
                    .param("last", user.lastName())
                    .param("display", user.displayName())
                    .param("hash", passwordHash)
                    .param("temporary", temporary)
                    .param("language", user.language().getLanguage())
                    .param("now", Timestamp.from(now))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.invalid("signInName", "user.sign-in-name-taken");
        }
        return join(account, organization, user.roles(), now);
    }

    public MembershipId join(AccountId account, OrganizationId organization, Set<Role> roles, Instant now) {
        var id = MembershipId.next();
        jdbc.sql("""
                        insert into membership (id, account_id, organization_id, roles, status, status_since, created_at, version)
                        values (:id, :account, :organization, :roles, 'ACTIVE', :now, :now, 1)""")
                .param("id", id.value())
                .param("account", account.value())
                .param("organization", organization.value())
                .param("roles", names(roles))
                .param("now", Timestamp.from(now))
                .update();
        return id;
    }

    /** Saves roles and status if the version still is the one read. */
    public void save(UserView user, Set<Role> roles, UserView.Status status, Instant statusSince) {
        int updated = jdbc.sql("""
                        update membership set roles = :roles, status = :status, status_since = :since, version = version + 1
                        where id = :id and version = :version""")
                .param("roles", names(roles))
                .param("status", status.name())
                .param("since", Timestamp.from(statusSince))
                .param("id", user.id().value())
                .param("version", user.version())
                .update();
        if (updated == 0) {
            throw Refusal.changedMeanwhile();
        }
    }

    public void rename(UserView user, String firstName, String lastName, String displayName, @Nullable String email) {
        jdbc.sql("""
                        update account set first_name = :first, last_name = :last, display_name = :display,
                               contact_email = :email, version = version + 1 where id = :id""")
                .param("first", firstName)
                .param("last", lastName)
                .param("display", displayName)
                .param("email", email)
                .param("id", user.account().value())
                .update();
    }

    /** Changes what the person signs in with. @throws Refusal invalid, field {@code signInName}, if another has that name */
    public void signInName(UserView user, String name) {
        try {
            jdbc.sql("update account set sign_in_name = :name, version = version + 1 where id = :id")
                    .param("name", name)
                    .param("id", user.account().value())
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.invalid("signInName", "user.sign-in-name-taken");
        }
    }

    /** Locks the organization's active global admins and says whether there is one beside this user. */
    public boolean hasOtherGlobalAdmin(UserView user) {
        return !jdbc.sql("""
                        select m.id from membership m
                        where m.organization_id = :organization and m.status = 'ACTIVE' and 'GLOBAL_ADMIN' = any(m.roles) and m.id <> :id
                          and not exists (select from account a where a.id = m.account_id and a.is_application)
                        order by m.id limit 1 for update of m""")
                .param("organization", user.organization().value())
                .param("id", user.id().value())
                .query()
                .listOfRows()
                .isEmpty();
    }

    /**
     * Removes for good the memberships deleted before {@code limit}, at most 500 at a time, and the accounts that are
     * left without any. What another node is removing already is left to it.
     */
    public int purgeDeletedBefore(Instant limit) {
        return jdbc.sql("""
                        with due as (
                            select id, account_id from membership
                            where status = 'DELETED' and status_since < :limit
                            order by status_since limit 500 for update skip locked),
                        gone as (
                            delete from account a
                            where id in (select account_id from due)
                              and not exists (select from membership m where m.account_id = a.id
                                              and m.id not in (select id from due)))
                        delete from membership where id in (select id from due)""").param("limit", Timestamp.from(limit)).update();
    }

    /** Deletes all of an organization, and the accounts that are left without any. */
    public void deleteAll(OrganizationId organization) {
        jdbc.sql("""
                        delete from account a
                        where a.id in (select account_id from membership where organization_id = :organization)
                          and not exists (select from membership m
                                          where m.account_id = a.id and m.organization_id <> :organization)""").param("organization", organization.value()).update();
        jdbc.sql("delete from membership where organization_id = :organization")
                .param("organization", organization.value())
                .update();
    }

    static String[] names(Set<Role> roles) {
        return roles.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static UserView user(ResultSet row, int n) throws SQLException {
        return new UserView(
                new MembershipId(Accounts.uuid(row, "id")),
                new AccountId(Accounts.uuid(row, "account_id")),
                new OrganizationId(Accounts.uuid(row, "organization_id")),
                row.getString("sign_in_name"),
                row.getString("contact_email"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("display_name"),
                Accounts.roles(row.getArray("roles")),
                UserView.Status.valueOf(row.getString("status")),
                row.getTimestamp("status_since").toInstant(),
                row.getInt("version"));
    }
}
