package io.palier.api.domain;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what was asked once, however often it is asked. The outcome is stored in the transaction of the work, so that
 * neither a crash between the two nor a second node can make it happen twice; the locks only spare a node the work of
 * doing the same at once and throwing it away.
 */
@Component
public class Repetition {
    private static final int LOCKS = 256;

    private final Outcomes outcomes;
    private final TransactionTemplate transactions;
    private final Lock[] locks;

    Repetition(Outcomes outcomes, PlatformTransactionManager manager) {
        this.outcomes = outcomes;
        this.transactions = new TransactionTemplate(manager);
        this.locks =
                IntStream.range(0, LOCKS).mapToObj(n -> new ReentrantLock()).toArray(Lock[]::new);
    }

    /** The earlier outcome of the same request, or that of doing it now. */
    public Outcome once(OutcomeKey key, Supplier<Outcome> work) {
        var lock = locks[Math.floorMod(key.hash().hashCode(), LOCKS)];
        lock.lock();
        try {
            return outcomes.find(key).orElseGet(() -> now(key, work));
        } finally {
            lock.unlock();
        }
    }

    private Outcome now(OutcomeKey key, Supplier<Outcome> work) {
        var done = transactions.execute(status -> {
            var outcome = work.get();
            if (!outcome.isSuccess() || status.isRollbackOnly()) {
                status.setRollbackOnly();
                return new Done(outcome, false);
            }
            boolean first = outcomes.keep(key, outcome);
            if (!first) {
                status.setRollbackOnly();
            }
            return new Done(outcome, first);
        });
        if (done.committed()) {
            return done.outcome();
        }
        if (done.outcome().isSuccess()) {
            return outcomes.find(key).orElse(done.outcome());
        }
        if (isWorthKeeping(done.outcome().status())) {
            outcomes.keep(key, done.outcome());
        }
        return done.outcome();
    }

    /** What only the moment was to blame for may be tried again at once. */
    private static boolean isWorthKeeping(int status) {
        return switch (status) {
            case 400, 403, 404, 409, 417 -> true;
            default -> false;
        };
    }

    private record Done(Outcome outcome, boolean committed) {}
}
