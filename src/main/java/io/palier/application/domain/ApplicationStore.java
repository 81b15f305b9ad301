package io.palier.application.domain;

import io.palier.application.ApplicationDetails;
import io.palier.application.ApplicationId;
import io.palier.application.ApplicationView;
import io.palier.application.ApplicationView.Kind;
import io.palier.application.SecretView;
import io.palier.identity.AccountId;
import io.palier.identity.MembershipId;
import io.palier.identity.Role;
import io.palier.organization.OrganizationId;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications as kept. */
@Repository
public class ApplicationStore {
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final JdbcClient jdbc;
    private final SecretStore secrets;

    ApplicationStore(JdbcClient jdbc, SecretStore secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    public void add(
            ApplicationId id,
            OrganizationId organization,
            MembershipId membership,
            Kind kind,
            ApplicationDetails details,
            AccountId by,
            Instant now) {
        jdbc.sql("""
                        insert into application (id, organization_id, membership_id, name, kind, redirect_addresses, roles,
                            service_account, created_at, created_by, version)
                        values (:id, :organization, :membership, :name, :kind, :addresses, :roles, :service, :now, :by, 1)""")
                .param("id", id.value())
                .param("organization", organization.value())
                .param("membership", membership.value())
                .param("name", details.name())
                .param("kind", kind.name())
                .param("addresses", details.redirectAddresses().toArray(String[]::new))
                .param("roles", names(details.roles()))
                .param("service", details.serviceAccount())
                .param("now", Timestamp.from(now))
                .param("by", by.value())
                .update();
    }

    /**
     * Writes what the organization decided about an application.
     *
     * @throws Refusal changed meanwhile, if {@code version} is not the present one
     */
    public void change(ApplicationId id, int version, ApplicationDetails details) {
        int changed = jdbc.sql("""
                        update application set name = :name, redirect_addresses = :addresses, roles = :roles,
                            service_account = :service, version = version + 1
                        where id = :id and version = :version and revoked_at is null""")
                .param("id", id.value())
                .param("version", version)
                .param("name", details.name())
                .param("addresses", details.redirectAddresses().toArray(String[]::new))
                .param("roles", names(details.roles()))
                .param("service", details.serviceAccount())
                .update();
        if (changed == 0) {
            throw Refusal.changedMeanwhile();
        }
    }

    public void revoke(ApplicationId id, Instant now) {
        jdbc.sql("update application set revoked_at = :now, version = version + 1 where id = :id")
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Notes that the application got a token, at most once a minute. */
    public void used(ApplicationId id, Instant now) {
        jdbc.sql("""
                        update application set last_used_at = :now
                        where id = :id and (last_used_at is null or last_used_at < :now::timestamptz - interval '1 minute')""").param("id", id.value()).param("now", Timestamp.from(now)).update();
    }

    public Optional<ApplicationView> find(ApplicationId id) {
        return jdbc.sql("select * from application where id = :id")
                .param("id", id.value())
                .query(this::view)
                .optional();
    }

    /** Holds other changes of the application back until the transaction is over. */
    public void lock(ApplicationId id) {
        jdbc.sql("select id from application where id = :id for update")
                .param("id", id.value())
                .query()
                .listOfRows();
    }

    /** Newest first. */
    public Slice<ApplicationView> list(OrganizationId organization, @Nullable Cursor after, int limit) {
        var rows = jdbc.sql("""
                        select * from application where organization_id = :organization and id < :after
                        order by id desc limit :limit""")
                .param("organization", organization.value())
                .param("after", after == null ? LAST : after.id(0))
                .param("limit", limit + 1)
                .query(this::withoutSecrets)
                .list();
        return Slice.of(rows, limit, row -> List.of(row.id().toString()));
    }

    private ApplicationView view(ResultSet row, int n) throws SQLException {
        return read(row, secrets.of(new ApplicationId(row.getObject("id", UUID.class))));
    }

    private ApplicationView withoutSecrets(ResultSet row, int n) throws SQLException {
        return read(row, List.of());
    }

    private static ApplicationView read(ResultSet row, List<SecretView> secrets) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : texts(row, "roles")) {
            roles.add(Role.valueOf(role));
        }
        return new ApplicationView(
                new ApplicationId(row.getObject("id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                new MembershipId(row.getObject("membership_id", UUID.class)),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                List.of(texts(row, "redirect_addresses")),
                roles,
                row.getBoolean("service_account"),
                row.getTimestamp("created_at").toInstant(),
                SecretStore.instant(row, "revoked_at"),
                SecretStore.instant(row, "last_used_at"),
                secrets,
                row.getInt("version"));
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Enum::name).sorted().toArray(String[]::new);
    }
}
