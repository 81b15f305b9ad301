package io.palier.webhook;

import io.palier.webhook.DeliveryView.Attempt;
import io.palier.webhook.DeliveryView.Status;
import io.palier.webhook.domain.Courier;
import io.palier.webhook.domain.DeliveryStore;
import io.palier.webhook.domain.DeliveryStore.Due;
import io.palier.webhook.domain.RegistrationStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Delivers what is due: ten times at most, each wait twice as long as the one before, from half a minute on. No
 * transaction is open while somebody else's server takes its time.
 */
@Component
class Deliveries {
    private static final int MOST_ATTEMPTS = 10;
    private static final int AT_ONCE = 20;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(30);

    private final RegistrationStore registrations;
    private final DeliveryStore store;
    private final Courier courier;
    private final Clock clock;

    Deliveries(
            RegistrationStore registrations,
            DeliveryStore store,
            Courier courier,
            @Qualifier("systemClock") Clock clock) {
        this.registrations = registrations;
        this.store = store;
        this.courier = courier;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${palier.webhooks.every:2s}", initialDelay = 5_000)
    void run() {
        var now = clock.instant();
        store.claim(now, now.plus(LEASE), AT_ONCE).forEach(this::deliver);
    }

    private void deliver(Due due) {
        var registration = registrations.find(due.organization());
        if (registration.isEmpty()) {
            store.park(due.organization());
            return;
        }
        var outcome = courier.post(registration.get(), due.body());
        var now = clock.instant();
        int number = due.attempts() + 1;
        var attempt = new Attempt(number, now, registration.get().url(), outcome.code(), outcome.message());
        store.attempted(due.id(), attempt, status(outcome, number), next(now, number));
    }

    private static Status status(Courier.Outcome outcome, int number) {
        if (outcome.isDelivered()) {
            return Status.DELIVERED;
        }
        return number >= MOST_ATTEMPTS ? Status.PARKED : Status.WAITING;
    }

    static Instant next(Instant now, int attempts) {
        return now.plus(FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, MOST_ATTEMPTS)));
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 180_000)
    void forget() {
        store.forgetBefore(clock.instant().minus(KEPT));
    }
}
