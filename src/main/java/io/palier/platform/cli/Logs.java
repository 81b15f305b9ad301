package io.palier.platform.cli;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Sends the log to a file of the data directory before anything is started that might write to it. */
final class Logs {

    static final String CONFIGURATION = "classpath:palier-logback.xml";
    static final String FILE = "palier.log-file";

    private Logs() {}

    static void writeTo(Path file) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("log", Map.of(FILE, file.toString())));
        var system = LoggingSystem.get(Logs.class.getClassLoader());
        system.beforeInitialize();
        system.initialize(new LoggingInitializationContext(environment), CONFIGURATION, null);
    }
}
