package io.palier.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The two times: business time is the primary {@link Clock}, sessions and retries ask for {@code systemClock}. */
@Configuration
@EnableScheduling
class TimeConfiguration {

    @Bean
    Clock systemClock() {
        return Clock.systemUTC();
    }
}
