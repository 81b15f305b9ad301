package io.palier.platform.database;

import io.palier.platform.MasterKey;
import io.palier.platform.StartRefused;
import io.palier.platform.database.PostgresServer.Durability;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Palier's own PostgreSQL in its data directory; started and stopped with Palier, and revived if it is killed. */
public final class EmbeddedDatabase implements Database {

    /** The role under which the application reads and writes. */
    static final String APPLICATION = "palier_app";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String DATABASE = "palier";

    private final PostgresServer server;
    private final DatabaseAccess access;
    private boolean closed;

    private EmbeddedDatabase(PostgresServer server, DatabaseAccess access) {
        this.server = server;
        this.access = access;
    }

    /**
     * Starts the database of a data directory, and creates it on first use; committed data is on the disk.
     *
     * @throws StartRefused if it belongs to another version or does not start
     */
    public static EmbeddedDatabase start(DataDirectory directory, MasterKey key) {
        Path home = home(directory);
        try {
            var binaries = PostgresBinaries.unpackInto(PrivateFiles.createDirectory(home));
            var server = new PostgresServer(binaries, home, directory.logs(), Durability.FULL);
            var database = start(server, key);
            binaries.deleteOthers();
            return database;
        } catch (IOException failure) {
            throw new StartRefused("The database in " + home + " cannot be started: " + failure.getMessage(), failure);
        }
    }

    /**
     * Reaches the database that another process serves from the same directory, and leaves it running.
     *
     * @throws StartRefused if it does not answer
     */
    public static EmbeddedDatabase join(DataDirectory directory, MasterKey key) {
        Path home = home(directory);
        try {
            var server = PostgresServer.running(home);
            var database = new EmbeddedDatabase(server, access(server, DATABASE, key));
            database.closed = true;
            return database;
        } catch (IOException failure) {
            throw new StartRefused("The database in " + home + " is not ready; try again in a moment.", failure);
        }
    }

    private static Path home(DataDirectory directory) {
        return directory.path().resolve("postgres");
    }

    static EmbeddedDatabase start(PostgresServer server, MasterKey key) throws IOException {
        server.start();
        try {
            var access = access(server, DATABASE, key);
            prepare(server, access, DATABASE);
            var database = new EmbeddedDatabase(server, access);
            database.watch();
            return database;
        } catch (SQLException failure) {
            server.stop();
            throw new IOException("its roles cannot be prepared: " + failure.getMessage(), failure);
        } catch (IOException | RuntimeException failure) {
            server.stop();
            throw failure;
        }
    }

    static DatabaseAccess access(PostgresServer server, String database, MasterKey key) throws IOException {
        return new DatabaseAccess(
                url(server, database),
                new DatabaseAccess.Login(PostgresServer.OWNER, server.ownerPassword()),
                new DatabaseAccess.Login(APPLICATION, ApplicationRole.password(key)));
    }

    private static String url(PostgresServer server, String database) {
        return "jdbc:postgresql://" + PostgresServer.HOST + ":" + server.port() + "/" + database;
    }

    static void prepare(PostgresServer server, DatabaseAccess access, String database) throws SQLException {
        var owner = access.owner();
        try (var connection = DriverManager.getConnection(url(server, "postgres"), owner.user(), owner.password())) {
            create(connection, database);
        }
        try (var connection = DriverManager.getConnection(access.url(), owner.user(), owner.password())) {
            ApplicationRole.prepare(connection, access.application());
        }
    }

    private static void create(Connection connection, String database) throws SQLException {
        try (var find = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var create = connection.createStatement()) {
            find.setString(1, database);
            if (!find.executeQuery().next()) {
                create.execute("create database " + create.enquoteIdentifier(database, true));
                create.execute(
                        "revoke connect on database " + create.enquoteIdentifier(database, true) + " from public");
            }
        }
    }

    /** A server that is killed while Palier lives comes back by itself: nobody has to start anything again. */
    private void watch() throws IOException {
        server.postmaster().ifPresent(process -> {
            var _ = process.onExit().thenRun(this::revive);
        });
    }

    private synchronized void revive() {
        if (closed) {
            return;
        }
        LOG.warn("The embedded database ended; starting it again");
        try {
            server.start();
            watch();
        } catch (IOException | StartRefused failure) {
            LOG.error("The embedded database does not start; trying again", failure);
            var _ = CompletableFuture.runAsync(this::revive, CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS));
        }
    }

    @Override
    public DatabaseAccess access() {
        return access;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.stop();
        } catch (IOException failure) {
            LOG.error("The embedded database did not stop; the next start takes it over", failure);
        }
    }
}
