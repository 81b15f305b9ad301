package io.palier.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.platform.KillableProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded database does when everything round it is killed. */
class RecoveryTests {

    private static final int ROUNDS = 3;
    private static final int ORDERS_A_ROUND = 40;

    @TempDir
    Path temporary;

    @Test
    void keepsEveryAcknowledgedOrderWholeThroughKillings() throws Exception {
        Path data = temporary.resolve("data");
        long acknowledged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (var writer = start(data)) {
                // Not the same number each time, so that the blow falls at different moments of a transaction.
                for (int i = 0; i < ORDERS_A_ROUND + round * 7; i++) {
                    acknowledged = Long.parseLong(String.valueOf(writer.line()).substring("order ".length()));
                }
                writer.killEverything();
                acknowledged = lastOf(writer.rest(), acknowledged);
            }
        }
        assertThat(acknowledged).isGreaterThan((long) ROUNDS * ORDERS_A_ROUND);
        check(data, acknowledged);
    }

    private static long lastOf(String output, long known) {
        return output.lines()
                .filter(line -> line.startsWith("order "))
                .mapToLong(line -> Long.parseLong(line.substring("order ".length())))
                .max()
                .orElse(known);
    }

    private static void check(Path data, long acknowledged) throws SQLException {
        try (var directory = DataDirectory.open(data, "sandbox");
                var database = EmbeddedDatabase.start(directory, MasterKeys.load(directory, Map.of()))) {
            var access = database.access();
            var login = access.application();
            try (var connection = DriverManager.getConnection(access.url(), login.user(), login.password());
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("""
                            select (select count(*) from generate_series(1, %d) n
                                    where not exists (select from test_order where number = n)) as lost,
                                   (select count(*) from test_order o
                                    where lines <> (select count(*) from test_line l where l.number = o.number)) as torn,
                                   (select count(*) from test_line l
                                    where not exists (select from test_order o where o.number = l.number)) as stray
                            """.formatted(acknowledged))) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong("lost"))
                        .as("acknowledged orders that are gone")
                        .isZero();
                assertThat(row.getLong("torn"))
                        .as("orders without all their lines")
                        .isZero();
                assertThat(row.getLong("stray")).as("lines without an order").isZero();
            }
        }
    }

    @Test
    void takesOverTheDatabaseThatAKilledPalierLeftRunning() throws Exception {
        Path data = temporary.resolve("data");
        long acknowledged;
        ProcessHandle orphan;
        try (var killed = start(data)) {
            acknowledged = Long.parseLong(String.valueOf(killed.line()).substring("order ".length()));
            orphan = killed.postgres().getFirst();
            killed.killJava();
        }
        assertThat(orphan.isAlive()).as("PostgreSQL outlives its Palier").isTrue();
        check(data, acknowledged);
        assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void refusesADirectoryOnWhichAnotherPalierLives() throws Exception {
        Path data = temporary.resolve("data");
        try (var first = start(data);
                var second = KillableProcess.start(data, AcknowledgingWriter.class, data.toString())) {
            assertThat(second.rest())
                    .contains("already runs on the data directory")
                    .doesNotContain("\tat ");
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(first.line()).as("the first one works on").startsWith("order ");
        }
    }

    @Test
    void leavesAStrangerAloneWhoHasTheNumberOfAServerLongGone() throws Exception {
        Path data = temporary.resolve("data");
        try (var killed = start(data)) {
            killed.killEverything();
        }
        Path file = data.resolve("postgres/data/postmaster.pid");
        var stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(file, Files.readString(file).replaceFirst("[0-9]+", String.valueOf(stranger.pid())));
            check(data, 0);
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    private static KillableProcess start(Path data) throws IOException {
        var writer = KillableProcess.start(data, AcknowledgingWriter.class, data.toString());
        for (var line = writer.line(); line != null; line = writer.line()) {
            if (line.equals("ready")) {
                return writer;
            }
        }
        throw new AssertionError("The writer did not start");
    }
}
