package bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A PostgreSQL server from Debian's package, as careful as in production, in a folder that is deleted at the end. */
final class Postgres implements AutoCloseable {
    static final String USER = "bench";
    static final String PASSWORD = "bench";
    static final String PALIER = "palier";
    static final String FLOOR = "floor";

    private final Path programs;
    private final Path home;
    private final int port;

    private Postgres(Path programs, Path home, int port) {
        this.programs = programs;
        this.home = home;
        this.port = port;
    }

    static Postgres start() throws Exception {
        var server = new Postgres(oldest(), Files.createTempDirectory("palier-bench-"), freePort());
        var data = server.home.resolve("data");
        var password = Files.writeString(server.home.resolve("password"), PASSWORD);
        server.run(
                "initdb",
                "-D",
                data.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF8",
                "--locale=C.UTF-8");
        Files.writeString(data.resolve("postgresql.conf"), """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                fsync = on
                synchronous_commit = on
                shared_buffers = 1GB
                max_wal_size = 4GB
                max_connections = 100
                shared_preload_libraries = 'pg_stat_statements'
                pg_stat_statements.track = all
                """.formatted(server.port));
        server.run(
                "pg_ctl",
                "-D",
                data.toString(),
                "-l",
                server.home.resolve("log").toString(),
                "-w",
                "start");
        server.execute("postgres", "create database " + PALIER, "create database " + FLOOR);
        server.execute(PALIER, "create extension pg_stat_statements");
        return server;
    }

    private static Path oldest() throws IOException {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.filter(version -> version.getFileName().toString().matches("1[5-9]"))
                    .min(Comparator.naturalOrder())
                    .orElseThrow(() -> new IOException("PostgreSQL 15 or newer is not installed."))
                    .resolve("bin");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A folder that goes with the server. */
    Path folder(String name) {
        return home.resolve(name);
    }

    int port() {
        return port;
    }

    String url(String database) {
        return url(database, port);
    }

    static String url(String database, int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, PASSWORD);
    }

    void execute(String database, String... statements) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    List<List<String>> rows(String database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            while (found.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    String one(String database, String sql) throws SQLException {
        return rows(database, sql).getFirst().getFirst();
    }

    /** Bytes of WAL since the server was made. */
    long wal() throws SQLException {
        return Long.parseLong(one("postgres", "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint"));
    }

    /** Runs one of PostgreSQL's programs and returns what it printed. */
    String run(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        boolean isServer = program.equals("initdb") || program.equals("pg_ctl");
        if (isServer && System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        var printed = home.resolve(program + ".out").toFile();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed);
        builder.environment().put("PGPASSWORD", PASSWORD);
        builder.redirectInput(new File("/dev/null"));
        int exit = builder.start().waitFor();
        var text = Files.readString(printed.toPath());
        if (exit != 0) {
            throw new IOException(program + " ended with " + exit + ":\n" + text);
        }
        return text;
    }

    @Override
    public void close() throws Exception {
        run("pg_ctl", "-D", home.resolve("data").toString(), "-m", "immediate", "-w", "stop");
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
