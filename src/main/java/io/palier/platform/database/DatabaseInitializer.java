package io.palier.platform.database;

import io.palier.platform.MasterKey;
import java.nio.file.Path;
import java.util.HashMap;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Tells a Spring context where the database and the data directory are, and gives it the master key. */
public final class DatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String NAME = "palier";

    private final MapPropertySource properties;
    private final MasterKey key;

    /**
     * @param access    the prepared database
     * @param directory where files go, {@code palier.data-directory} in the context
     * @param key       the bean of that type
     */
    public DatabaseInitializer(DatabaseAccess access, Path directory, MasterKey key) {
        var values = new HashMap<>(access.properties());
        values.put("palier.data-directory", directory.toString());
        this.properties = new MapPropertySource(NAME, values);
        this.key = key;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(properties);
        if (!context.getBeanFactory().containsSingleton("masterKey")) {
            context.getBeanFactory().registerSingleton("masterKey", key);
        }
    }
}
