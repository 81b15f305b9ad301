package io.palier.platform.cli;

import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** When the command line started Palier, a failure goes to the log file whole and to the console as one sentence. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class QuietFailures implements SpringBootExceptionReporter {

    private final boolean quiet;

    QuietFailures(ConfigurableApplicationContext context) {
        this.quiet = context.getEnvironment().containsProperty(Logs.FILE);
    }

    @Override
    public boolean reportException(Throwable failure) {
        if (quiet) {
            LoggerFactory.getLogger(QuietFailures.class).error("Palier did not start", failure);
        }
        return quiet;
    }
}
