package io.palier.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The two times: business time is the primary {@link Clock}, sessions and retries ask for {@code systemClock}. */
@Configuration
@EnableScheduling
public class TimeConfiguration {

    @Bean
    Clock systemClock() {
        return systemTime();
    }

    /** System time for what runs before there are beans: the command line. */
    public static Clock systemTime() {
        return Clock.systemUTC();
    }
}
