package io.palier.routes;

import io.palier.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application with the demo's people on a port of its own. One context for all such tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = "palier.installation.kind=demo",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = DemoServer.EmptyDatabase.class)
@Import({Routes.class, Things.class, Town.class, StoredState.class, PagesWithForms.class, BrokenPage.class})
@interface DemoServer {

    /** A database of its own, which the demo fills. */
    final class EmptyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase.using(TestDatabase.fresh()).initialize(context);
        }
    }
}
