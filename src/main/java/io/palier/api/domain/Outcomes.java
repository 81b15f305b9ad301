package io.palier.api.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palier.platform.MasterKey;
import io.palier.platform.Sealer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Outcomes of API requests, for those who repeat them: successes for a day, refusals for a minute, credentials for ten
 * minutes and encrypted (design, The wire).
 */
@Repository
public class Outcomes {
    private static final Duration SUCCESS = Duration.ofHours(24);
    private static final Duration REFUSAL = Duration.ofSeconds(60);
    private static final Duration SECRET = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Sealer sealer;

    Outcomes(JdbcClient jdbc, @Qualifier("systemClock") Clock clock, MasterKey master) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sealer = master.sealer("credentials in API outcomes");
    }

    /** The outcome of an earlier request that was the same, while it is kept. */
    public Optional<Outcome> find(OutcomeKey key) {
        return jdbc.sql("""
                        select status, location, body, secret, secret_until from api_outcome
                        where organization_id = :organization and hash = :hash and kept_until > :now""")
                .param("organization", key.organization())
                .param("hash", key.hash())
                .param("now", at(clock.instant()))
                .query((row, n) -> read(row))
                .optional();
    }

    /**
     * Keeps an outcome, in the transaction of what the request did.
     *
     * @return false if another node has answered the same request meanwhile
     */
    public boolean keep(OutcomeKey key, Outcome outcome) {
        var now = clock.instant();
        var secret = outcome.secret();
        return jdbc.sql("""
                                insert into api_outcome
                                    (organization_id, hash, status, location, body, secret, secret_until, kept_until)
                                values (:organization, :hash, :status, :location, :body, :secret, :secretUntil, :until)
                                on conflict (organization_id, hash) do update
                                set status = excluded.status, location = excluded.location, body = excluded.body,
                                    secret = excluded.secret, secret_until = excluded.secret_until,
                                    kept_until = excluded.kept_until
                                where api_outcome.kept_until <= :now""")
                        .param("organization", key.organization())
                        .param("hash", key.hash())
                        .param("status", outcome.status())
                        .param("location", outcome.location())
                        .param("body", outcome.body())
                        .param("secret", secret == null ? null : sealer.seal(secret.getBytes(UTF_8)), Types.BINARY)
                        .param(
                                "secretUntil",
                                secret == null ? null : at(now.plus(SECRET)),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("until", at(now.plus(outcome.isSuccess() ? SUCCESS : REFUSAL)))
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Forgets what is over; credentials first. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    public void forget() {
        var now = at(clock.instant());
        jdbc.sql("update api_outcome set secret = null, secret_until = null where secret_until <= :now")
                .param("now", now)
                .update();
        jdbc.sql("delete from api_outcome where kept_until <= :now")
                .param("now", now)
                .update();
    }

    private Outcome read(ResultSet row) throws SQLException {
        var until = row.getTimestamp("secret_until");
        var secret = until == null || !clock.instant().isBefore(until.toInstant())
                ? null
                : new String(sealer.open(row.getBytes("secret")), UTF_8);
        return new Outcome(row.getInt("status"), row.getString("location"), row.getString("body"), secret);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
