package io.palier.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.Palier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

/** The order in which modules make their tables. */
class ModuleMigrationsTests {
    private static final Path FOLDERS = Path.of("src/main/resources/db/migration");

    private final List<String> order = ModuleMigrations.modules();
    private final ApplicationModules modules = ApplicationModules.of(Palier.class);

    @Test
    void namesEveryModuleThatHasTables() throws IOException {
        try (var found = Files.list(FOLDERS)) {
            assertThat(found.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .filter(name -> !name.equals("__root")))
                    .containsExactlyInAnyOrderElementsOf(order);
        }
    }

    @Test
    void putsAModuleAfterThoseItNeeds() {
        for (var name : order) {
            var needed = modules.getModuleByName(name)
                    .orElseThrow()
                    .getDependencies(modules, DependencyDepth.ALL)
                    .uniqueModules()
                    .map(module -> module.getIdentifier().toString())
                    .filter(order::contains)
                    .toList();
            assertThat(order.subList(0, order.indexOf(name))).as(name).containsAll(needed);
        }
    }
}
