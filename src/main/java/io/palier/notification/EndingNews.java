package io.palier.notification;

import io.palier.identity.Right;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells in time, once, that a trial ends or that a subscription will not renew; by business time, on one node. */
@Component
class EndingNews {
    /** How long before its end a trial is told of; portal reference 3.6 has 30 days for the whole trial. */
    static final Duration OF_TRIALS = Duration.ofDays(7);

    /** How long before the end of a term without renewal. */
    static final Duration OF_TERMS = Duration.ofDays(30);

    private static final long LOCK = 5390117462L;

    private final Notifications notifications;
    private final Facts facts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EndingNews(
            Notifications notifications,
            Facts facts,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.notifications = notifications;
        this.facts = facts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 25_000)
    void run() {
        while (Boolean.TRUE.equals(transaction.execute(status -> tellSome()))) {}
    }

    /** Whether there may be more. */
    private boolean tellSome() {
        if (!isOurs()) {
            return false;
        }
        var trials = tellSome("trial-ending", true, OF_TRIALS);
        var terms = tellSome("term-ending", false, OF_TERMS);
        return trials || terms;
    }

    private boolean isOurs() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private boolean tellSome(String kind, boolean trial, Duration ahead) {
        var now = clock.instant();
        var ending = facts.ending(kind, trial, now, now.plus(ahead));
        for (var one : ending) {
            notifications.tell(
                    one.everybody(),
                    new News(
                            kind,
                            one.id() + " " + one.endsAt().atZone(ZoneOffset.UTC).toLocalDate(),
                            List.of(one.title(), one.customerName(), Words.of(one.endsAt())),
                            one.link(),
                            Right.SEE_SUBSCRIPTIONS,
                            now));
        }
        return !ending.isEmpty();
    }
}
