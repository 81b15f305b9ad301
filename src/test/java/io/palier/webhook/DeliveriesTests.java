package io.palier.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long a delivery that failed waits. */
class DeliveriesTests {
    private static final Instant NOW = Instant.parse("2026-01-10T09:00:00Z");

    @Test
    void waitTwiceAsLongEachTime() {
        assertThat(IntStream.rangeClosed(1, 9)
                        .mapToObj(attempts -> Duration.between(NOW, Deliveries.next(NOW, attempts))
                                .toSeconds()))
                .containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1920L, 3840L, 7680L);
    }
}
