package io.palier.catalog;

import io.palier.catalog.ImportView.Kind;
import io.palier.catalog.domain.Imports;
import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import io.palier.shared.Refusal;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads and applies uploaded files one after the other, away from the request that brought them. */
@Component
class ImportWork {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("catalog-import").factory());
    private final Imports imports;

    ImportWork(Imports imports) {
        this.imports = imports;
    }

    private interface Step {
        void run() throws IOException;
    }

    void read(CatalogImportId id, Kind kind, Path file, OrganizationId publisher, Actor actor) {
        thread.execute(() -> {
            attempt(id, () -> {
                if (kind == Kind.RULES) {
                    imports.applyRules(id, file, actor);
                } else {
                    imports.stage(id, file, publisher, ImportProgress.NONE);
                }
            });
            delete(file);
        });
    }

    void apply(CatalogImportId id, OrganizationId publisher, Actor actor) {
        thread.execute(() -> attempt(id, () -> imports.apply(id, publisher, actor)));
    }

    private void attempt(CatalogImportId id, Step step) {
        try {
            step.run();
        } catch (Refusal refusal) {
            imports.fail(id, refusal);
        } catch (IOException | RuntimeException e) {
            LOG.error("Catalog import failed, nothing was changed: import={}", id, e);
            imports.fail(id, "catalog.import.failed", null);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("An uploaded file could not be deleted: {}", file, e);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
