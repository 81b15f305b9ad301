package io.palier.catalog.domain;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which state of the catalog is the latest; every node compares its memory with it. */
@Component
public class CatalogVersion {
    private final JdbcClient jdbc;

    CatalogVersion(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long current() {
        return jdbc.sql("select version from catalog_version").query(Long.class).single();
    }

    /** Every change of the catalog ends with this; changes wait for each other here. */
    public void next() {
        jdbc.sql("update catalog_version set version = nextval('catalog_version_number')")
                .update();
    }

    /** Makes other changes of the catalog wait until this transaction ends. */
    void lock() {
        jdbc.sql("select version from catalog_version for update")
                .query(Long.class)
                .single();
    }
}
