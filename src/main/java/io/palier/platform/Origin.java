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
        return configured == null
                ? "http://localhost:"
                        + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"))
                : configured.replaceFirst("/+$", "");
    }
}
