package io.palier.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palier.Palier;
import io.palier.platform.Installation;
import io.palier.platform.MasterKey;
import io.palier.platform.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;

/** Palier on Debian's own PostgreSQL (15 on Debian 12), which this test starts for itself. */
class ExternalDatabaseTests {

    private static final Path PROGRAMS = oldestOf(Path.of("/usr/lib/postgresql"));
    private static final MasterKey KEY = MasterKey.of(new byte[MasterKey.LENGTH]);

    private static Path home;
    private static int port;

    private static Path oldestOf(Path versions) {
        try (var found = Files.list(versions)) {
            return found.filter(version -> version.getFileName().toString().matches("1[5-9]"))
                    .sorted()
                    .findFirst()
                    .orElse(versions)
                    .resolve("bin");
        } catch (IOException nothingInstalled) {
            return versions;
        }
    }

    @BeforeAll
    static void startDebiansPostgresql() throws Exception {
        assertThat(PROGRAMS.resolve("postgres"))
                .as("Debian's package postgresql; ./palier test installs it")
                .exists();
        home = Files.createTempDirectory("palier-postgres-15-");
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        Path data = home.resolve("data");
        Path password = Files.writeString(home.resolve("password"), "top secret\n");
        run("initdb", "-D", data.toString(), "-U", "root15", "-A", "scram-sha-256", "--pwfile=" + password, "-N");
        Files.writeString(
                data.resolve("postgresql.conf"),
                "listen_addresses = '127.0.0.1'\nport = %d\nunix_socket_directories = ''\nfsync = off\n"
                        .formatted(port));
        run("pg_ctl", "-D", data.toString(), "-l", home.resolve("log").toString(), "-w", "start");
        administer(
                "create role vendor login createrole password 'v'",
                "create database partners owner vendor",
                "create role humble login password 'h'",
                "create database humble owner humble",
                "create role humble_application login password 'a'");
    }

    @AfterAll
    static void stop() throws Exception {
        run("pg_ctl", "-D", home.resolve("data").toString(), "-m", "immediate", "-w", "stop");
        PrivateFiles.delete(home);
    }

    private static void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(PROGRAMS.resolve(program).toString()));
        command.addAll(List.of(arguments));
        var result = Command.run(home, command);
        assertThat(result.exit()).as(result.output()).isZero();
    }

    private static void administer(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url("postgres"), "root15", "top secret");
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static Map<String, String> environment(String database, String user, String password) {
        return new HashMap<>(Map.of(
                ExternalDatabase.URL, url(database), ExternalDatabase.USER, user, ExternalDatabase.PASSWORD, password));
    }

    @Test
    void carriesTheWholeApplication() throws Exception {
        var database = ExternalDatabase.connect(environment("partners", "vendor", "v"), KEY);
        assertThat(database.access().application().user()).isEqualTo("partners_app");
        var palier = new SpringApplication(Palier.class);
        palier.addInitializers(
                new DatabaseInitializer(database.access(), home, KEY),
                context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                "test", Map.of("server.port", -1, "palier.installation.kind", "sandbox"))));
        try (var context = palier.run()) {
            assertThat(context.getBean(Installation.class).settings().kind()).isEqualTo(Installation.Kind.SANDBOX);
        }
        assertApplicationMayNotTouchAudit(database.access());
        assertThat(ExternalDatabase.connect(environment("partners", "vendor", "v"), KEY)
                        .access())
                .as("a second node finds everything prepared")
                .isEqualTo(database.access());
    }

    private static void assertApplicationMayNotTouchAudit(DatabaseAccess access) throws SQLException {
        var login = access.application();
        try (var connection = DriverManager.getConnection(access.url(), login.user(), login.password());
                var statement = connection.createStatement()) {
            for (String forbidden : new String[] {
                "update audit_record set kind = ''",
                "delete from audit_record",
                "truncate audit_record",
                "alter table audit_record disable trigger all",
                "drop table audit_record"
            }) {
                assertThatThrownBy(() -> statement.execute(forbidden))
                        .as(forbidden)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    @Test
    void saysWhatAnOwnerWithoutTheRightToCreateRolesCanDo() {
        var environment = environment("humble", "humble", "h");
        assertRefused(environment, "may not create the role humble_app");
        environment.put(ExternalDatabase.APPLICATION_USER, "humble_application");
        environment.put(ExternalDatabase.APPLICATION_PASSWORD, "wrong");
        assertRefused(environment, "cannot sign in");
        environment.put(ExternalDatabase.APPLICATION_PASSWORD, "a");
        assertThat(ExternalDatabase.connect(environment, KEY)
                        .access()
                        .application()
                        .user())
                .isEqualTo("humble_application");
    }

    @Test
    void saysInOneSentenceWhatIsWrong() {
        assertRefused(environment("partners", "vendor", "wrong"), "password authentication failed");
        assertRefused(environment("nowhere", "vendor", "v"), "does not exist");
        assertRefused(environment("partners", "humble", "h"), "may not create tables");
        assertRefused(Map.of(ExternalDatabase.URL, url("partners")), "PALIER_DATABASE_USER is missing");
        assertRefused(
                Map.of(ExternalDatabase.URL, "mysql://x/y", ExternalDatabase.USER, "u", ExternalDatabase.PASSWORD, "p"),
                "must look like");
    }

    private static void assertRefused(Map<String, String> environment, String reason) {
        assertThatThrownBy(() -> ExternalDatabase.connect(environment, KEY))
                .isInstanceOf(StartRefused.class)
                .message()
                .contains(reason)
                .hasLineCount(1);
    }
}
