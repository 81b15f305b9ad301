package io.palier.api.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * How many requests a partner may send, and how many about one customer (accounts contract 2.10). Counted by each node
 * for itself: a limit is there to keep a node answering, not to be exact.
 */
@Component
@EnableConfigurationProperties(ThrottleSettings.class)
class Throttle {
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final ThrottleSettings settings;
    private final Cache<Subject, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(PERIOD.multipliedBy(2))
            .build();

    Throttle(ThrottleSettings settings) {
        this.settings = settings;
    }

    private record Subject(UUID organization, @Nullable String about) {}

    /** How long to wait for a place; zero if there is one now, which is then taken. */
    Duration take(UUID organization, @Nullable String customer) {
        var wait = take(new Subject(organization, null), settings.perPartner());
        return customer == null || !wait.isZero()
                ? wait
                : take(new Subject(organization, customer), settings.perPartnerAndCustomer());
    }

    /** The same for a test event of a webhook, of which there are few. */
    Duration takeTestEvent(UUID organization) {
        return take(new Subject(organization, "test events"), settings.testEvents());
    }

    private Duration take(Subject subject, int limit) {
        var bucket = buckets.get(
                subject,
                key -> Bucket.builder()
                        .addLimit(l -> l.capacity(limit).refillGreedy(limit, PERIOD))
                        .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }
}
