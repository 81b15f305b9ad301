package io.palier.catalog;

import io.palier.shared.TypedId;
import io.palier.shared.Uuids;
import java.util.UUID;

/** Identifies one import of a file into the catalog. */
public record CatalogImportId(UUID value) implements TypedId {

    public static CatalogImportId next() {
        return new CatalogImportId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
