package io.palier.demo;

import io.palier.platform.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Loads the sample world when a demo installation starts for the first time. */
@Component
@EnableConfigurationProperties(DemoSettings.class)
class DemoStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final DemoWorld world;
    private final DemoApplications applications;
    private final DemoSettings settings;
    private final Installation installation;

    DemoStart(DemoWorld world, DemoApplications applications, DemoSettings settings, Installation installation) {
        this.world = world;
        this.applications = applications;
        this.settings = settings;
        this.installation = installation;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.load() && installation.settings().kind() == Installation.Kind.DEMO) {
            world.load();
            world.followPort();
            applications.register();
            LOG.info("The demo's sample world is there");
        }
    }
}
