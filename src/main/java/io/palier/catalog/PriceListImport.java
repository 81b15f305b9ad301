package io.palier.catalog;

import io.palier.catalog.ImportView.Kind;
import io.palier.catalog.domain.Imports;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import io.palier.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

/**
 * The door for files that fill the catalog: price lists, and rules of SKUs. Importing the same file again changes
 * nothing. Price lists replace, for the vendors, markets and currencies they cover, what the same organization published
 * before: what they no longer name ends. A list with refused rows ends nothing. See docs/catalog.md.
 */
@Service
public class PriceListImport {
    private static final int CHANGES_SHOWN = 50;
    private static final int REFUSALS_A_PAGE = 100;

    private final Imports imports;
    private final ImportWork work;

    PriceListImport(Imports imports, ImportWork work) {
        this.imports = imports;
        this.work = work;
    }

    /**
     * Imports a file at once, without preview, in the caller's thread.
     *
     * @param publisher whose prices these are
     * @throws Refusal invalid, if the file as a whole cannot be read; refused rows are counted instead
     */
    public ImportView importFile(Path file, OrganizationId publisher, ImportProgress progress) {
        return importFile(file, String.valueOf(file.getFileName()), publisher, Actor.system(publisher), progress);
    }

    /** Like {@link #importFile(Path, OrganizationId, ImportProgress)}; reads the stream to its end. */
    public ImportView importFile(InputStream in, String name, OrganizationId publisher, ImportProgress progress) {
        try {
            var copy = copy(in);
            try {
                return importFile(copy, name, publisher, Actor.system(publisher), progress);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportView importFile(
            Path file, String name, OrganizationId publisher, Actor actor, ImportProgress progress) {
        try {
            var kind = Imports.kindOf(file);
            var id = imports.open(kind, name, publisher, actor);
            if (kind == Kind.RULES) {
                imports.applyRules(id, file, actor);
            } else {
                imports.stage(id, file, publisher, progress);
                imports.confirm(id);
                imports.apply(id, publisher, actor);
            }
            return imports.find(id).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes an uploaded file and reads it in the background; rules are applied, a price list waits for
     * {@link #confirm}.
     *
     * @throws Refusal invalid, field {@code file}, if its columns are not those of a price list or a rules file
     */
    public CatalogImportId upload(Viewer viewer, String name, InputStream in) {
        viewer.require(Right.MANAGE_CATALOG);
        imports.tidy();
        try {
            var file = copy(in);
            try {
                var kind = Imports.kindOf(file);
                var id = imports.open(kind, name, viewer.organization(), viewer.actor());
                work.read(id, kind, file, viewer.organization(), viewer.actor());
                return id;
            } catch (Refusal refusal) {
                Files.deleteIfExists(file);
                throw refusal;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One import: how far it is, what it changes, which rows it refused.
     *
     * @throws Refusal not found
     */
    public ImportView get(Viewer viewer, CatalogImportId id) {
        viewer.require(Right.MANAGE_CATALOG);
        return imports.find(id).orElseThrow(Refusal::notFound);
    }

    /** The last ten imports, latest first. */
    public List<ImportView> latest(Viewer viewer) {
        viewer.require(Right.MANAGE_CATALOG);
        return imports.latest();
    }

    /** The first 50 changes of a kind while the import waits for confirmation, by title. */
    public List<ImportChange> changes(Viewer viewer, CatalogImportId id, ImportChange.Kind kind, Locale language) {
        viewer.require(Right.MANAGE_CATALOG);
        return imports.changes(id, kind, language.getLanguage(), CHANGES_SHOWN);
    }

    /** 100 refused rows after a line; the first 5,000 are kept. */
    public List<RefusedRow> refusals(Viewer viewer, CatalogImportId id, long afterLine) {
        viewer.require(Right.MANAGE_CATALOG);
        return imports.refusals(id, afterLine, REFUSALS_A_PAGE);
    }

    /** The first 20 refused rows, for a caller without viewer: the command line. */
    List<RefusedRow> firstRefusals(CatalogImportId id) {
        return imports.refusals(id, 0, 20);
    }

    /** Starts applying a read price list. Confirming twice is no change. */
    public void confirm(Viewer viewer, CatalogImportId id) {
        get(viewer, id);
        if (imports.confirm(id)) {
            work.apply(id, imports.publisher(id), viewer.actor());
        }
    }

    /** Drops a read price list; the catalog stays. */
    public void discard(Viewer viewer, CatalogImportId id) {
        get(viewer, id);
        imports.discard(id);
    }

    private static Path copy(InputStream in) throws IOException {
        var file = Files.createTempFile("palier-catalog-", ".csv");
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }
}
