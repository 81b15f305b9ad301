package io.palier.application.token;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Drops grants and tokens that have been over for a day. */
@Component
class GrantCleaning {
    private static final Duration KEPT = Duration.ofDays(1);

    private final GrantStore store;
    private final Clock clock;

    GrantCleaning(GrantStore store, @Qualifier("systemClock") Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 120_000)
    void run() {
        store.forgetBefore(clock.instant().minus(KEPT));
    }
}
