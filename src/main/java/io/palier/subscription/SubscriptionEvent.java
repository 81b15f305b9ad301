package io.palier.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a subscription's timeline.
 *
 * @param kind such as {@code subscription.upgraded}; the label is the message {@code audit.<kind>}
 * @param by name of the organization that did it
 * @param person name of the person, if of the viewer's own organization
 */
public record SubscriptionEvent(
        Instant at,
        String kind,
        @Nullable String before,
        @Nullable String after,
        String by,
        @Nullable String person) {}
