package io.palier.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.Palier;
import io.palier.platform.KillableProcess;
import io.palier.platform.database.DataDirectory;
import io.palier.platform.database.EmbeddedDatabase;
import io.palier.platform.database.MasterKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Ten times Palier and every process of its database are killed while orders are placed. */
class KilledWhileOrderingTests {

    private static final int ROUNDS = 10;
    private static final int ORDERS_A_ROUND = 10;

    @TempDir
    Path temporary;

    @Test
    void losesNoAcknowledgedOrderAndKeepsNoHalfOne() throws Exception {
        Path data = temporary.resolve("data");
        create(data);
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            orderUntilKilled(data, ORDERS_A_ROUND + round, acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * ORDERS_A_ROUND);
        check(data, acknowledged);
    }

    private static void create(Path data) throws IOException, InterruptedException {
        try (var palier = KillableProcess.start(
                data,
                Palier.class,
                "-Dpalier.stop-when-ready=true",
                "serve",
                "--sandbox",
                "--port",
                "0",
                "--data",
                data.toString())) {
            assertThat(palier.rest()).contains("Palier is ready");
            assertThat(palier.exitCode()).isZero();
        }
    }

    private static void orderUntilKilled(Path data, int orders, Set<String> acknowledged) throws IOException {
        try (var palier = KillableProcess.start(
                data,
                Palier.class,
                "-Dspring.main.lazy-initialization=true",
                PlaceOrdersVerb.NAME,
                "--data",
                data.toString())) {
            var seen = new StringBuilder();
            int enough = acknowledged.size() + orders;
            while (acknowledged.size() < enough) {
                String line = String.valueOf(palier.line());
                assertThat(line).as(seen.append(line).append('\n').toString()).isNotEqualTo("null");
                note(line, acknowledged);
            }
            palier.killEverything();
            palier.rest().lines().forEach(line -> note(line, acknowledged));
        }
    }

    private static void note(String line, Set<String> acknowledged) {
        // The blow may have cut the last line short; a cut number is no acknowledgement.
        if (line.matches("order [0-9a-f-]{36}")) {
            acknowledged.add(line.substring("order ".length()));
        }
    }

    private static void check(Path data, Set<String> acknowledged) throws SQLException {
        try (var directory = DataDirectory.open(data, "sandbox");
                var database = EmbeddedDatabase.start(directory, MasterKeys.load(directory, Map.of()))) {
            var login = database.access().application();
            try (var connection =
                    DriverManager.getConnection(database.access().url(), login.user(), login.password())) {
                var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                var kept = jdbc.sql("select id::text from orders")
                        .query((row, _) -> row.getString(1))
                        .list();
                assertThat(kept).containsAll(acknowledged);
                assertNone(jdbc, "orders without their lines", """
                        select count(*) from orders o
                        where %d <> (select count(*) from order_line l where l.order_id = o.id)""".formatted(PlaceOrdersVerb.LINES));
                assertNone(jdbc, "lines without a subscription", """
                        select count(*) from order_line l
                        where not exists (select from subscription s
                                          where s.id = l.subscription_id and s.order_id = l.order_id
                                            and s.quantity = l.quantity)""");
                assertNone(jdbc, "subscriptions without an order line", """
                        select count(*) from subscription s
                        where not exists (select from order_line l where l.subscription_id = s.id)""");
                assertNone(jdbc, "subscriptions without a credited reseller or a support contact", """
                        select count(*) from subscription s
                        where not exists (select from partner_of_record p where p.subscription_id = s.id)
                           or not exists (select from support_contact c where c.subscription_id = s.id)""");
                assertNone(jdbc, "orders without an audit record", """
                        select count(*) from orders o
                        where not exists (select from audit_record a where a.subject_id = o.id)""");
            }
        }
    }

    private static void assertNone(JdbcClient jdbc, String what, String count) {
        assertThat(jdbc.sql(count).query(Long.class).single()).as(what).isZero();
    }
}
