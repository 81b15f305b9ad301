package io.palier.identity.domain;

import io.palier.identity.AccountId;
import io.palier.identity.MembershipId;
import io.palier.identity.OrganizationChoice;
import io.palier.identity.Role;
import io.palier.identity.SignedIn;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts as the sign-in needs them. */
@Repository
public class Accounts {
    private static final String VIEWER = """
            select m.id, m.account_id, m.organization_id, m.roles, a.sign_in_name, a.display_name, a.language,
                   a.zone, a.password_temporary, o.kind, o.name, o.status
            from membership m
            join account a on a.id = m.account_id
            join organization_view o on o.id = m.organization_id
            where m.id = :membership and m.status = 'ACTIVE'
            """;

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account's secret half. */
    public record Credentials(UUID account, @Nullable String passwordHash) {}

    /** By sign-in name, else by contact e-mail while only one account has it. */
    public Optional<Credentials> credentials(String nameOrEmail) {
        return jdbc.sql("""
                        select id, password_hash from account where sign_in_name = :name::citext
                        union all
                        (select min(id::text)::uuid, min(password_hash) from account
                         where contact_email = :name::citext and password_hash is not null
                           and not exists (select from account where sign_in_name = :name::citext)
                         having count(*) = 1)
                        limit 1""")
                .param("name", nameOrEmail)
                .query((row, n) -> new Credentials(uuid(row, "id"), row.getString("password_hash")))
                .optional();
    }

    public Optional<Credentials> credentials(AccountId account) {
        return jdbc.sql("select id, password_hash from account where id = :id")
                .param("id", account.value())
                .query((row, n) -> new Credentials(uuid(row, "id"), row.getString("password_hash")))
                .optional();
    }

    /** The memberships that count, oldest first; at most 50. */
    public List<OrganizationChoice> choices(AccountId account) {
        return jdbc.sql("""
                        select m.id, o.name, o.kind from membership m join organization_view o on o.id = m.organization_id
                        where m.account_id = :account and m.status = 'ACTIVE' order by m.id limit 50""")
                .param("account", account.value())
                .query((row, n) -> new OrganizationChoice(
                        new MembershipId(uuid(row, "id")),
                        row.getString("name"),
                        OrganizationKind.valueOf(row.getString("kind"))))
                .list();
    }

    /** The viewer of a session, while the membership counts. */
    public Optional<Viewer> viewer(SignedIn signedIn) {
        return jdbc.sql(VIEWER + "and m.account_id = :account")
                .param("membership", signedIn.membership())
                .param("account", signedIn.account())
                .query(Accounts::viewer)
                .optional();
    }

    /** The viewer of a membership, while it counts. */
    public Optional<Viewer> viewer(MembershipId membership) {
        return jdbc.sql(VIEWER)
                .param("membership", membership.value())
                .query(Accounts::viewer)
                .optional();
    }

    /** The account's active membership in an organization. */
    public Optional<MembershipId> membership(AccountId account, OrganizationId organization) {
        return jdbc.sql("""
                        select id from membership
                        where organization_id = :organization and account_id = :account and status = 'ACTIVE'""")
                .param("organization", organization.value())
                .param("account", account.value())
                .query((row, n) -> new MembershipId(uuid(row, "id")))
                .optional();
    }

    public void language(AccountId account, Locale language) {
        jdbc.sql("update account set language = :language where id = :id")
                .param("language", language.getLanguage())
                .param("id", account.value())
                .update();
    }

    public void password(AccountId account, String hash, boolean temporary) {
        jdbc.sql("""
                        update account set password_hash = :hash, password_temporary = :temporary, version = version + 1
                        where id = :id""")
                .param("hash", hash)
                .param("temporary", temporary)
                .param("id", account.value())
                .update();
    }

    private static Viewer viewer(ResultSet row, int n) throws SQLException {
        return new Viewer(
                new AccountId(uuid(row, "account_id")),
                new MembershipId(uuid(row, "id")),
                new OrganizationId(uuid(row, "organization_id")),
                OrganizationKind.valueOf(row.getString("kind")),
                row.getString("name"),
                roles(row.getArray("roles")),
                row.getString("sign_in_name"),
                row.getString("display_name"),
                Locale.of(row.getString("language")),
                ZoneId.of(row.getString("zone")),
                row.getString("status").equals("ACTIVE"),
                row.getBoolean("password_temporary"));
    }

    static Set<Role> roles(Array array) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        for (var name : (String[]) array.getArray()) {
            roles.add(Role.valueOf(name));
        }
        return roles;
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
