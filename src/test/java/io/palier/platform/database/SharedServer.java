package io.palier.platform.database;

import io.palier.platform.MasterKey;
import io.palier.platform.database.PostgresServer.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * The one PostgreSQL server of a test run: quick instead of durable, in a directory that goes away with the process,
 * however that ends.
 */
public final class SharedServer {

    private final PostgresServer server;
    private final Path directory;
    private final MasterKey key = MasterKey.of(new byte[MasterKey.LENGTH]);

    private SharedServer(PostgresServer server, Path directory) {
        this.server = server;
        this.directory = directory;
    }

    /** Starts a server of its own. */
    public static SharedServer start() {
        try {
            var directory = Files.createTempDirectory("palier-test-");
            var server = new PostgresServer(
                    TestBinaries.get(),
                    PrivateFiles.createDirectory(directory.resolve("postgres")),
                    directory.resolve("logs"),
                    Durability.NONE);
            server.start();
            endWithThisProcess(directory);
            return new SharedServer(server, directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A shell waits for the end of this process at the other end of a pipe: no hook runs when a process is killed. */
    private static void endWithThisProcess(Path directory) throws IOException {
        var _ = new ProcessBuilder("/bin/sh", "-c", """
                        trap '' INT TERM HUP
                        read -r line
                        read -r server < "$0/postgres/data/postmaster.pid" && kill -QUIT "$server"
                        while kill -0 "$server" 2>/dev/null; do sleep 0.1; done
                        rm -rf -- "$0"
                        """, directory.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Creates an empty database and prepares its roles. */
    public DatabaseAccess create(String database) {
        try {
            var access = EmbeddedDatabase.access(server, database, key);
            EmbeddedDatabase.prepare(server, access, database);
            return access;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Stops the server, for tests of a missing database. Never do that to the one all tests share. */
    public void stop() {
        try {
            server.stop();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts the server again, on the same port and with all its data. */
    public void startAgain() {
        try {
            server.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where files of the installation under test go. */
    public Path directory() {
        return directory;
    }

    /** The installation's master key: no secret, the same in every test run. */
    public MasterKey key() {
        return key;
    }
}
