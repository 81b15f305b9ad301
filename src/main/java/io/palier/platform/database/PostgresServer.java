package io.palier.platform.database;

import io.palier.platform.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL server on a directory: created on first use, started, stopped, and taken back when a killed Palier
 * left it running.
 *
 * <p>It listens on the loopback interface alone, has no unix socket, and asks everybody for a password.
 */
final class PostgresServer {

    /** The superuser that owns and migrates the database. */
    static final String OWNER = "palier";

    static final String HOST = "127.0.0.1";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final int START_ATTEMPTS = 40;
    private static final String RECOVERY_SECONDS = "600";
    private static final int PORT_LINE = 3;
    private static final String STOP_SECONDS = "60";

    private final PostgresBinaries binaries;
    private final Path home;
    private final Path cluster;
    private final Path logs;
    private final Durability durability;
    private int port;
    private boolean started;

    /** Whether acknowledged data survives a crash of the machine. */
    enum Durability {
        /** It does: the only choice outside tests. */
        FULL,
        /** It does not, and tests are quicker. */
        NONE
    }

    PostgresServer(PostgresBinaries binaries, Path home, Path logs, Durability durability) {
        this.binaries = binaries;
        this.home = home;
        this.cluster = home.resolve("data");
        this.logs = logs;
        this.durability = durability;
    }

    /** The server that another process runs on these files; this one must not start or stop it. */
    static PostgresServer running(Path home) throws IOException {
        var server = new PostgresServer(PostgresBinaries.unpackInto(home), home, home, Durability.FULL);
        var lines =
                Command.read(server.cluster.resolve("postmaster.pid")).lines().toList();
        if (lines.size() <= PORT_LINE || server.postmaster().isEmpty()) {
            throw new IOException("no server runs on " + server.cluster);
        }
        server.port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return server;
    }

    /**
     * Creates the server's files if there are none, stops what a killed Palier left running, and starts; returns when
     * it accepts connections.
     *
     * @throws StartRefused if the files belong to another version of PostgreSQL, or the server does not start
     */
    void start() throws IOException {
        if (!Command.mayRunPostgres()) {
            throw new StartRefused("PostgreSQL refuses to run as root and this system does not let root use 'unshare';"
                    + " start Palier as an ordinary user.");
        }
        refuseOtherVersion();
        stopOrphan();
        if (!Files.exists(cluster)) {
            create();
        }
        launch();
    }

    private void refuseOtherVersion() throws IOException {
        Path version = cluster.resolve("PG_VERSION");
        if (Files.exists(cluster) && !Files.exists(version)) {
            throw new StartRefused(cluster + " is not a PostgreSQL database; name another directory with --data.");
        }
        String found = Command.read(version).strip();
        if (!found.isEmpty() && !found.equals(String.valueOf(PostgresBinaries.MAJOR))) {
            throw new StartRefused("The database in " + cluster + " belongs to PostgreSQL " + found
                    + ", and this version of Palier brings PostgreSQL " + PostgresBinaries.MAJOR
                    + "; start the Palier that made it, or name another directory with --data.");
        }
    }

    /** The caller holds the data directory's lock, so whatever still serves these files has lost its Palier. */
    private void stopOrphan() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        if (postmaster().isPresent()) {
            LOG.info("Stopping the database that an earlier Palier left running in {}", cluster);
            stop();
        }
        // After a restart of the machine the number in the file may belong to any other program.
        Files.deleteIfExists(pidFile);
    }

    /** The server process of these files, if one runs. */
    Optional<ProcessHandle> postmaster() throws IOException {
        return Command.read(cluster.resolve("postmaster.pid"))
                .lines()
                .findFirst()
                .map(String::strip)
                .filter(pid -> pid.matches("[1-9][0-9]{0,9}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::isAlive)
                .filter(this::servesTheseFiles);
    }

    private boolean servesTheseFiles(ProcessHandle process) {
        try {
            Path workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
            if (Files.isSymbolicLink(workingDirectory)) {
                return workingDirectory.toRealPath().equals(cluster.toRealPath());
            }
        } catch (IOException unreadable) {
            return false;
        }
        return process.info().commandLine().orElse("").contains(cluster.toString());
    }

    private void create() throws IOException {
        LOG.info("Creating a database in {}", cluster);
        Path fresh = home.resolve("creating");
        PrivateFiles.delete(fresh);
        PrivateFiles.write(passwordFile(), randomPassword() + "\n");
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        var command = List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + OWNER,
                "--pwfile=" + passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // PostgreSQL's own locale: the same order on every machine, and no index spoilt by a new C library.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--lc-ctype=" + (mac ? "UTF-8" : "C.UTF-8"),
                durability == Durability.FULL ? "--data-checksums" : "--no-sync");
        var result = Command.run(home, command);
        if (result.exit() != 0) {
            throw new StartRefused(
                    "PostgreSQL cannot create its database in " + home + ": " + Command.lastComplaint(result.output()));
        }
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path passwordFile() {
        return home.resolve("owner.password");
    }

    private static String randomPassword() {
        var password = new byte[24];
        new SecureRandom().nextBytes(password);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(password);
    }

    private void launch() throws IOException {
        PrivateFiles.createDirectory(logs);
        Path startLog = logs.resolve("postgres-start.log");
        for (int attempt = 1; ; attempt++) {
            configure();
            Files.deleteIfExists(startLog);
            var result = Command.run(
                    home,
                    List.of(
                            binaries.program("pg_ctl").toString(),
                            "start",
                            "--wait",
                            "--timeout=" + RECOVERY_SECONDS,
                            "--pgdata=" + cluster,
                            "--log=" + startLog));
            if (result.exit() == 0) {
                started = true;
                return;
            }
            String log = Command.read(startLog);
            if (attempt == START_ATTEMPTS || !mayPass(log)) {
                throw new StartRefused("PostgreSQL does not start in " + cluster + ": "
                        + Command.lastComplaint(log.isBlank() ? result.output() : log) + " (see " + logs + ").");
            }
            if (!started && portIsTaken(log)) {
                port = 0;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
        }
    }

    /** Another program may have taken the port, or the last processes of a killed server may still be leaving. */
    private static boolean mayPass(String log) {
        return portIsTaken(log) || log.contains("shared memory block") || log.contains("is another postmaster");
    }

    private static boolean portIsTaken(String log) {
        return log.contains("could not bind") || log.contains("could not create any TCP/IP sockets");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
            return socket.getLocalPort();
        }
    }

    private void configure() throws IOException {
        if (port == 0) {
            port = freePort();
        }
        boolean durable = durability == Durability.FULL;
        PrivateFiles.write(cluster.resolve("postgresql.conf"), """
                # Written by Palier at every start; changes are lost.
                listen_addresses = '%s'
                port = %d
                unix_socket_directories = ''
                max_connections = 100
                password_encryption = 'scram-sha-256'
                allow_alter_system = off
                fsync = %s
                full_page_writes = %s
                synchronous_commit = %s
                wal_level = minimal
                max_wal_senders = 0
                max_wal_size = 1GB
                jit = off
                timezone = 'UTC'
                lc_messages = 'C'
                default_text_search_config = 'pg_catalog.simple'
                log_timezone = 'UTC'
                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgres-%%a.log'
                log_rotation_age = 1d
                log_truncate_on_rotation = on
                """.formatted(
                        HOST,
                        port,
                        onOrOff(durable),
                        onOrOff(durable),
                        onOrOff(durable),
                        logs.toString().replace("'", "''")));
        PrivateFiles.write(cluster.resolve("pg_hba.conf"), """
                # Written by Palier at every start; changes are lost.
                host all all %s/32 scram-sha-256
                """.formatted(HOST));
    }

    private static String onOrOff(boolean on) {
        return on ? "on" : "off";
    }

    /** Stops the server, in haste if it must; nothing happens if none runs. */
    void stop() throws IOException {
        var process = postmaster();
        if (process.isEmpty()) {
            return;
        }
        if (stop("fast").exit() != 0
                && process.get().isAlive()
                && stop("immediate").exit() != 0) {
            process.get().destroyForcibly();
            process.get().onExit().join();
        }
    }

    private Command stop(String mode) throws IOException {
        return Command.run(
                home,
                List.of(
                        binaries.program("pg_ctl").toString(),
                        "stop",
                        "--wait",
                        "--timeout=" + STOP_SECONDS,
                        "--mode=" + mode,
                        "--pgdata=" + cluster));
    }

    /** The port of the first start; later starts keep it, because connection pools know it. */
    int port() {
        return port;
    }

    String ownerPassword() throws IOException {
        return Files.readString(passwordFile()).strip();
    }
}
