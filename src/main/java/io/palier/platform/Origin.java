package io.palier.platform;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What addresses to Palier begin with; never what a request's Host header says (design, Secrets). */
@Component
public class Origin {
    private final Installation installation;
    private final Environment environment;

    Origin(Installation installation, Environment environment) {
        this.installation = installation;
        this.environment = environment;
    }

    /** The configured public address without a trailing slash; this machine's until one is configured. */
    public String get() {
        var configured = installation.settings().publicAddress();
        return configured == null ? local(environment) : configured.replaceFirst("/+$", "");
    }

    /** The address on this machine itself: https where Palier was told to answer it. */
    public static String local(Environment environment) {
        var scheme = environment.containsProperty("server.ssl.bundle") ? "https" : "http";
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return scheme + "://localhost:" + port;
    }
}
