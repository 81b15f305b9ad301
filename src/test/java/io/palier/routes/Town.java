package io.palier.routes;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** The people of the demo, each with one session that the tests share. */
@TestComponent
class Town {
    static final String PASSWORD = "Palier-demo-1";

    private final Environment environment;
    private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();

    Town(Environment environment) {
        this.environment = environment;
    }

    int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    Visitor stranger() {
        return visitors.computeIfAbsent("", _ -> Visitor.stranger(port()));
    }

    Visitor person(String name) {
        return visitors.computeIfAbsent(name, _ -> Visitor.signedIn(port(), name, PASSWORD));
    }
}
