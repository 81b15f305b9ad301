package io.palier.demo;

import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.platform.Installation;
import io.palier.platform.Installation.Settings;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sample world: all of it or nothing, and only in an empty demo installation. */
@Service
@Transactional
public class DemoWorld {
    private static final List<String> SUFFIXES = List.of("onpalier.example", "onmicrosoft.com");

    private final Installation installation;
    private final Organizations organizations;
    private final DemoPeople people;
    private final Environment environment;

    DemoWorld(Installation installation, Organizations organizations, DemoPeople people, Environment environment) {
        this.installation = installation;
        this.organizations = organizations;
        this.people = people;
        this.environment = environment;
    }

    /** Fills an empty demo installation; any other is left as it is. */
    public void load() {
        var settings = installation.settings();
        if (settings.kind() != Installation.Kind.DEMO || isInhabited()) {
            return;
        }
        setUp(settings);
        people.bringIn(Cast.PALIER_CLOUD);
        Cast.PARTNERS.forEach(people::bringIn);
    }

    private boolean isInhabited() {
        for (var kind : OrganizationKind.values()) {
            if (!organizations.ofKind(kind).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void setUp(Settings settings) {
        installation.save(new Settings(
                settings.kind(),
                true,
                address(),
                Locale.ENGLISH,
                List.of("EUR", "USD"),
                SUFFIXES,
                "vendor",
                true,
                settings.version()));
    }

    private String address() {
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "http://localhost:" + port;
    }
}
