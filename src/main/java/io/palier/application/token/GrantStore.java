package io.palier.application.token;

import io.palier.organization.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Grants and the hashes of their tokens. */
@Repository
class GrantStore {
    private static final TypeReference<Map<String, Object>> PARAMETERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    GrantStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(GrantRow row, Instant now) {
        jdbc.sql("""
                        insert into application_grant (id, application_id, grant_type, principal_name, account_id,
                            membership_id, second_factor, authorization_uri, redirect_address, state, requested_scopes,
                            authorized_scopes, parameters, created_at)
                        values (:id, :application, :grantType, :principal, :account, :membership, :secondFactor, :uri,
                            :redirect, :state, :requested, :authorized, :parameters::jsonb, :now)
                        on conflict (id) do update set principal_name = excluded.principal_name,
                            account_id = excluded.account_id, membership_id = excluded.membership_id,
                            second_factor = excluded.second_factor, authorized_scopes = excluded.authorized_scopes""")
                .param("id", row.id())
                .param("application", row.application())
                .param("grantType", row.grantType())
                .param("principal", row.principalName())
                .param("account", row.account())
                .param("membership", row.membership())
                .param("secondFactor", row.secondFactor())
                .param("uri", row.authorizationUri())
                .param("redirect", row.redirectAddress())
                .param("state", row.state())
                .param("requested", array(row.requestedScopes()))
                .param("authorized", array(row.authorizedScopes()))
                .param("parameters", json.writeValueAsString(row.parameters()))
                .param("now", Timestamp.from(now))
                .update();
    }

    void saveTokens(UUID grant, List<GrantToken> tokens) {
        for (var token : tokens) {
            jdbc.sql("""
                            insert into application_grant_token (hash, grant_id, kind, issued_at, expires_at, is_over)
                            values (:hash, :grant, :kind, :issued, :expires, :over)
                            on conflict (hash) do update set is_over = application_grant_token.is_over or excluded.is_over""")
                    .param("hash", token.hash())
                    .param("grant", grant)
                    .param("kind", token.kind().name())
                    .param("issued", Timestamp.from(token.issuedAt()))
                    .param("expires", Timestamp.from(token.expiresAt()))
                    .param("over", token.isOver())
                    .update();
        }
    }

    /** Whether this was the token's first use; it never is again. */
    boolean useUp(String hash) {
        return jdbc.sql("update application_grant_token set is_over = true where hash = :hash and not is_over")
                        .param("hash", hash)
                        .update()
                == 1;
    }

    Optional<GrantToken> findToken(String hash) {
        return jdbc.sql("select * from application_grant_token where hash = :hash")
                .param("hash", hash)
                .query(GrantStore::token)
                .optional();
    }

    /** Oldest first. */
    List<GrantToken> tokens(UUID grant) {
        return jdbc.sql("select * from application_grant_token where grant_id = :grant order by issued_at limit 5000")
                .param("grant", grant)
                .query(GrantStore::token)
                .list();
    }

    /** A grant that nobody has ended. */
    Optional<GrantRow> find(UUID id) {
        return jdbc.sql("select * from application_grant where id = :id and revoked_at is null")
                .param("id", id)
                .query(this::grant)
                .optional();
    }

    Optional<OrganizationId> organization(UUID application) {
        return jdbc.sql("select organization_id from application where id = :id")
                .param("id", application)
                .query((row, n) -> new OrganizationId(row.getObject(1, UUID.class)))
                .optional();
    }

    void revoke(UUID id, Instant now) {
        jdbc.sql("update application_grant set revoked_at = :now where id = :id and revoked_at is null")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from application_grant where id = :id").param("id", id).update();
    }

    /** Drops what is over for a day, at most 5,000 tokens at a time. */
    void forgetBefore(Instant limit) {
        jdbc.sql("""
                        delete from application_grant_token where hash in (
                            select hash from application_grant_token where expires_at < :limit limit 5000)""").param("limit", Timestamp.from(limit)).update();
        jdbc.sql("""
                        delete from application_grant g where created_at < :limit
                          and not exists (select from application_grant_token t where t.grant_id = g.id)""").param("limit", Timestamp.from(limit)).update();
    }

    private static GrantToken token(ResultSet row, int n) throws SQLException {
        return new GrantToken(
                row.getString("hash"),
                row.getObject("grant_id", UUID.class),
                GrantToken.Kind.valueOf(row.getString("kind")),
                row.getTimestamp("issued_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getBoolean("is_over"));
    }

    private GrantRow grant(ResultSet row, int n) throws SQLException {
        return new GrantRow(
                row.getObject("id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getString("grant_type"),
                row.getString("principal_name"),
                row.getObject("account_id", UUID.class),
                row.getObject("membership_id", UUID.class),
                row.getBoolean("second_factor"),
                row.getString("authorization_uri"),
                row.getString("redirect_address"),
                row.getString("state"),
                set(row, "requested_scopes"),
                set(row, "authorized_scopes"),
                json.readValue(row.getString("parameters"), PARAMETERS));
    }

    private static Set<String> set(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    private static String[] array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }
}
