package io.palier.platform.database;

import io.palier.platform.StartRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Writes orders of several lines until it is killed, and prints the number of each one that was committed. */
final class AcknowledgingWriter {

    static final int LINES = 5;

    private AcknowledgingWriter() {}

    public static void main(String[] arguments) throws SQLException {
        try {
            var directory = DataDirectory.open(Path.of(arguments[0]), "sandbox");
            var key = MasterKeys.load(directory, Map.of());
            write(EmbeddedDatabase.start(directory, key).access());
        } catch (StartRefused refused) {
            System.out.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static void write(DatabaseAccess access) throws SQLException {
        var owner = access.owner();
        try (var connection = DriverManager.getConnection(access.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists test_order (number bigint primary key, lines int)");
            statement.execute(
                    "create table if not exists test_line (number bigint, line int, primary key (number, line))");
        }
        var application = access.application();
        try (var connection = DriverManager.getConnection(access.url(), application.user(), application.password())) {
            connection.setAutoCommit(false);
            System.out.println("ready");
            for (long number = last(connection) + 1; ; number++) {
                place(connection, number);
                System.out.println("order " + number);
            }
        }
    }

    private static long last(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select coalesce(max(number), 0) from test_order")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void place(Connection connection, long number) throws SQLException {
        try (var line = connection.prepareStatement("insert into test_line values (?, ?)");
                var order = connection.prepareStatement("insert into test_order values (?, ?)")) {
            for (int i = 0; i < LINES; i++) {
                line.setLong(1, number);
                line.setInt(2, i);
                line.executeUpdate();
            }
            order.setLong(1, number);
            order.setInt(2, LINES);
            order.executeUpdate();
        }
        connection.commit();
    }
}
