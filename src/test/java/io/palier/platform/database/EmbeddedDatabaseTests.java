package io.palier.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palier.platform.MasterKey;
import io.palier.platform.StartRefused;
import io.palier.platform.database.DatabaseAccess.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTests {

    @TempDir
    static Path temporary;

    private static DataDirectory directory;
    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() {
        directory = DataDirectory.open(temporary.resolve("data"), "production");
        database = EmbeddedDatabase.start(directory, MasterKeys.load(directory, Map.of()));
    }

    @AfterAll
    static void stop() {
        database.close();
        directory.close();
    }

    @Test
    void keepsWhatItAcknowledged() throws SQLException {
        try (var application = connect(database.access().application())) {
            assertThat(show(application, "fsync")).isEqualTo("on");
            assertThat(show(application, "synchronous_commit")).isEqualTo("on");
            assertThat(show(application, "full_page_writes")).isEqualTo("on");
            assertThat(show(application, "data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void isPostgresql18() throws SQLException {
        try (var application = connect(database.access().application())) {
            assertThat(show(application, "server_version")).startsWith("18.");
        }
    }

    @Test
    void listensOnLoopbackAloneAndHasNoSocketFile() throws SQLException {
        try (var owner = connect(database.access().owner())) {
            assertThat(show(owner, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(owner, "unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void refusesAStranger() {
        for (String user : new String[] {"palier", "palier_app", "postgres", System.getProperty("user.name")}) {
            assertThatThrownBy(() -> connect(new Login(user, "guess")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> connect(new Login(user, "")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void keepsItsSecretsToItself() throws IOException {
        assertThat(permissions("")).isEqualTo("rwx------");
        assertThat(permissions("postgres/owner.password")).isEqualTo("rw-------");
        assertThat(permissions("master.key")).isEqualTo("rw-------");
        assertThat(permissions("postgres/data")).isEqualTo("rwx------");
    }

    @Test
    void lettingTheApplicationReadAndWriteRowsButChangeNoTable() throws SQLException {
        try (var owner = connect(database.access().owner());
                var application = connect(database.access().application())) {
            execute(owner, "create table thing (id int generated always as identity, name text)");
            execute(application, "insert into thing (name) values ('a')");
            execute(application, "update thing set name = 'b'");
            execute(application, "delete from thing");
            for (String forbidden : new String[] {
                "alter table thing add column more text",
                "drop table thing",
                "truncate thing",
                "create table other (id int)",
                "create schema other",
                "create extension file_fdw",
                "create role other",
                "copy thing to program 'true'",
                "set role palier"
            }) {
                assertThatThrownBy(() -> execute(application, forbidden))
                        .as(forbidden)
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    @Test
    void carriesTheExtensionsOfTheSchema() throws SQLException {
        try (var owner = connect(database.access().owner())) {
            for (String extension : new String[] {"pg_trgm", "unaccent", "citext", "btree_gist", "btree_gin"}) {
                execute(owner, "create extension if not exists " + extension);
            }
            assertThat(one(owner, "select lower('ÉLÈVE') || unaccent('ça') || ('É'::citext = 'é'::citext)"))
                    .isEqualTo("élèvecatrue");
            assertThat(one(owner, "select cardinality(show_trgm('été'))")).isEqualTo("4");
        }
    }

    @Test
    void comesBackByItselfWhenItIsKilled() throws Exception {
        var postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(directory.path().resolve("postgres/data/postmaster.pid"))
                                .getFirst()))
                .orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        assertThat(comesBack()).isTrue();
    }

    private static boolean comesBack() throws InterruptedException {
        for (int attempt = 0; attempt < 300; attempt++) {
            try (var application = connect(database.access().application())) {
                return application.isValid(5);
            } catch (SQLException notYet) {
                Thread.sleep(50);
            }
        }
        return false;
    }

    @Test
    void refusesASecondStartOnTheSameDirectory() {
        assertThatThrownBy(() -> DataDirectory.open(temporary.resolve("data"), "production"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("already runs");
        assertThatThrownBy(() -> DataDirectory.open(temporary.resolve("data"), "production"))
                .as("the refusal does not loosen the lock")
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void keepsItsDataFromStartToStart(@TempDir Path temporary) throws SQLException {
        var directory = DataDirectory.open(temporary.resolve("again"), "demo");
        MasterKey key = MasterKeys.load(directory, Map.of());
        try (var first = EmbeddedDatabase.start(directory, key);
                var owner = connect(first.access(), first.access().owner())) {
            execute(owner, "create table kept as select 42 as answer");
        }
        try (var second = EmbeddedDatabase.start(directory, key);
                var application = connect(second.access(), second.access().application())) {
            assertThat(one(application, "select answer from kept")).isEqualTo("42");
        }
        directory.close();
    }

    private static Connection connect(Login login) throws SQLException {
        return connect(database.access(), login);
    }

    private static Connection connect(DatabaseAccess access, Login login) throws SQLException {
        return DriverManager.getConnection(access.url(), login.user(), login.password());
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return one(connection, "show " + setting);
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.path().resolve(file)));
    }
}
