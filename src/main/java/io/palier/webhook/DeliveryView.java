package io.palier.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to an organization, or there.
 *
 * @param event the contract's name
 * @param body what is posted
 * @param nextAt when it is tried again; of no matter unless it waits
 * @param attempts oldest first
 */
public record DeliveryView(
        DeliveryId id,
        String event,
        String body,
        Status status,
        Instant nextAt,
        Instant createdAt,
        List<Attempt> attempts) {

    /** What became of it. */
    public enum Status {
        WAITING,
        DELIVERED,
        /** Given up after ten attempts; can be sent again by hand. */
        PARKED
    }

    /**
     * One try.
     *
     * @param responseCode null if there was no answer
     * @param message why it failed, or {@code OK}
     */
    public record Attempt(
            int number, Instant at, String url, @Nullable Integer responseCode, String message) {}
}
