package io.palier;

import io.palier.platform.database.DatabaseAccess;
import io.palier.platform.database.DatabaseInitializer;
import io.palier.platform.database.SharedServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The database of a test: {@code @ContextConfiguration(initializers = TestDatabase.class)}.
 *
 * <p>One embedded PostgreSQL serves a whole test run; every Spring context shares its database {@code palier}, which the
 * first context migrates. A test that needs an empty one asks for a {@link #fresh()} one.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        using(shared()).initialize(context);
    }

    /** The database that all contexts share. */
    public static DatabaseAccess shared() {
        return Shared.ACCESS;
    }

    /** A new, empty database with prepared roles in the same server. */
    public static DatabaseAccess fresh() {
        return Shared.SERVER.create("fresh_" + COUNTER.incrementAndGet());
    }

    /** Points a Spring context at the given database. */
    public static DatabaseInitializer using(DatabaseAccess access) {
        return new DatabaseInitializer(access, Shared.SERVER.directory(), Shared.SERVER.key());
    }

    private static final class Shared {
        static final SharedServer SERVER = SharedServer.start();
        static final DatabaseAccess ACCESS = SERVER.create("palier");
    }
}
