package io.palier.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Each module's tables: a folder and a history of its own, after those of the modules it needs. The layout is Spring
 * Modulith's; its runtime finds the order by reading every class at every start, {@code order.txt} is kept true by a test.
 */
@Component
class ModuleMigrations implements FlywayMigrationStrategy {
    private static final String FOLDER = "db/migration/";
    private static final String OF_ALL = "__root";

    @Override
    public void migrate(Flyway flyway) {
        Stream.concat(Stream.of(OF_ALL), modules().stream())
                .forEach(module -> of(module, flyway).migrate());
    }

    /** Names of modules, each after those it needs. */
    static List<String> modules() {
        try {
            return new ClassPathResource(FOLDER + "order.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Flyway of(String module, Flyway flyway) {
        var whole = flyway.getConfiguration();
        return Flyway.configure()
                .configuration(whole)
                .locations("classpath:" + FOLDER + module)
                .table(module.equals(OF_ALL) ? whole.getTable() : whole.getTable() + "_" + module)
                .baselineVersion("0")
                .baselineOnMigrate(true)
                .load();
    }
}
