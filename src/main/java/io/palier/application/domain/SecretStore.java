package io.palier.application.domain;

import io.palier.application.ApplicationId;
import io.palier.application.SecretView;
import io.palier.shared.Uuids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Secrets as kept: hashes, never the secrets themselves. */
@Repository
public class SecretStore {
    private static final int HINT = 4;

    private final JdbcClient jdbc;

    SecretStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public SecretView.Id add(ApplicationId application, String secret, Instant now, Instant expiresAt) {
        var id = new SecretView.Id(Uuids.next());
        jdbc.sql("""
                        insert into application_secret (id, application_id, hash, hint, created_at, expires_at)
                        values (:id, :application, :hash, :hint, :now, :expires)""")
                .param("id", id.value())
                .param("application", application.value())
                .param("hash", Secret.hash(secret))
                .param("hint", secret.substring(0, HINT))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expiresAt))
                .update();
        return id;
    }

    /** Those not revoked, newest first. */
    List<SecretView> of(ApplicationId application) {
        return jdbc.sql("""
                        select * from application_secret where application_id = :id and revoked_at is null
                        order by id desc""")
                .param("id", application.value())
                .query(SecretStore::view)
                .list();
    }

    /** Hashes of the secrets that open the application now. */
    public List<String> hashes(ApplicationId application, Instant now) {
        return jdbc.sql("""
                        select hash from application_secret
                        where application_id = :id and revoked_at is null and expires_at > :now""")
                .param("id", application.value())
                .param("now", Timestamp.from(now))
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Notes which secret was used, and says which it is. */
    public Optional<SecretView.Id> used(ApplicationId application, String secret, Instant now) {
        return jdbc.sql("""
                        update application_secret set last_used_at = :now
                        where hash = :hash and application_id = :application returning id""")
                .param("hash", Secret.hash(secret))
                .param("application", application.value())
                .param("now", Timestamp.from(now))
                .query((row, n) -> new SecretView.Id(row.getObject(1, UUID.class)))
                .optional();
    }

    public void revoke(SecretView.Id id, Instant now) {
        jdbc.sql("update application_secret set revoked_at = :now where id = :id and revoked_at is null")
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static SecretView view(ResultSet row, int n) throws SQLException {
        return new SecretView(
                new SecretView.Id(row.getObject("id", UUID.class)),
                row.getString("hint"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row, "last_used_at"));
    }
}
