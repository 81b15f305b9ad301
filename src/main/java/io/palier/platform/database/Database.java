package io.palier.platform.database;

/** A database that is ready to be migrated and used. */
public sealed interface Database extends AutoCloseable permits EmbeddedDatabase, ExternalDatabase {

    /** How to reach it. */
    DatabaseAccess access();

    /** Stops it if it is Palier's own; closing again changes nothing. */
    @Override
    void close();
}
