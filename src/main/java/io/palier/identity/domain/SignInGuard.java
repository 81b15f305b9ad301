package io.palier.identity.domain;

import io.palier.identity.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows, then locks, sign-ins that fail again and again; every lock ends by itself after at most 15 minutes.
 *
 * <p>Failures count for the pair of name and address, for the address, and (much later) for the name. A browser that
 * has signed in to that name before has a counter of its own, so that strangers cannot lock its owner out.
 */
@Component
public class SignInGuard {
    private static final int PAIR_LIMIT = 5;
    private static final int ADDRESS_LIMIT = 50;
    private static final int NAME_LIMIT = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInGuard(JdbcClient jdbc, @Qualifier("systemClock") Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Where a sign-in comes from.
     *
     * @param knownDevice the id of a browser that signed in to this name before; empty for others
     */
    public record Attempt(String name, String address, Optional<String> knownDevice) {

        /** Codes after the password: whoever gets there knows the password, so the account alone counts. */
        public static Attempt secondFactor(AccountId account) {
            return new Attempt("second factor of " + account, "", Optional.of("code"));
        }

        /** The present password asked for again: the account alone counts, from whichever session. */
        public static Attempt currentPassword(AccountId account) {
            return new Attempt("current password of " + account, "", Optional.of("page"));
        }

        private List<Counter> counters() {
            var folded = name.toLowerCase(Locale.ROOT).strip();
            return knownDevice
                    .map(device -> List.of(new Counter("device|" + folded + "|" + device, PAIR_LIMIT)))
                    .orElseGet(() -> List.of(
                            new Counter("pair|" + folded + "|" + address, PAIR_LIMIT),
                            new Counter("address|" + address, ADDRESS_LIMIT),
                            new Counter("name|" + folded, NAME_LIMIT)));
        }
    }

    private record Counter(String subject, int limit) {}

    /** How long this attempt has to wait; zero if it may go on. */
    public Duration wait(Attempt attempt) {
        var now = clock.instant();
        return jdbc.sql(
                        "select max(locked_until) from sign_in_failure where subject = any(:subjects) and locked_until > :now")
                .param(
                        "subjects",
                        attempt.counters().stream().map(Counter::subject).toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()))
                .orElse(Duration.ZERO);
    }

    /** Counts a failure, whatever becomes of the work it is part of. From the third on a pair waits 2 seconds, from the fifth 1 minute, doubling up to 15. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(Attempt attempt) {
        for (var counter : attempt.counters()) {
            jdbc.sql("""
                            insert into sign_in_failure as f (subject, failures, last_at) values (:subject, 1, :now)
                            on conflict (subject) do update set
                                failures = case when f.last_at < :now::timestamptz - interval '30 minutes' then 1 else f.failures + 1 end,
                                last_at = :now,
                                locked_until = case
                                    when f.last_at < :now::timestamptz - interval '30 minutes' or f.failures + 1 < :limit - 2 then null
                                    when f.failures + 1 < :limit then :now::timestamptz + interval '2 seconds'
                                    else :now::timestamptz + make_interval(secs => least(900, 60 * 2 ^ least(f.failures + 1 - :limit, 10)))
                                end""")
                    .param("subject", counter.subject())
                    .param("limit", counter.limit())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
    }

    /** Forgets the failures of this name from here; the address-wide counter stays. */
    public void succeeded(Attempt attempt) {
        jdbc.sql("delete from sign_in_failure where subject = any(:subjects) and subject not like 'address|%'")
                .param(
                        "subjects",
                        attempt.counters().stream().map(Counter::subject).toArray(String[]::new))
                .update();
    }

    /** Drops counters that no longer say anything. */
    public int forgetOld() {
        return jdbc.sql("delete from sign_in_failure where last_at < :limit")
                .param("limit", Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                .update();
    }
}
