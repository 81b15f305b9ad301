package io.palier.platform.cli;

import io.palier.platform.Installation;
import io.palier.platform.MasterKey;
import io.palier.platform.StartRefused;
import io.palier.platform.database.DataDirectory;
import io.palier.platform.database.Database;
import io.palier.platform.database.DatabaseInitializer;
import io.palier.platform.database.EmbeddedDatabase;
import io.palier.platform.database.ExternalDatabase;
import io.palier.platform.database.MasterKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One Palier in this process: data directory, database and application, stopped in the opposite order. */
final class RunningPalier implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final StartOptions options;
    private @Nullable Path log;
    private boolean closed;

    RunningPalier(StartOptions options) {
        this.options = options;
    }

    /**
     * Starts everything; returns when pages are answered.
     *
     * @throws StartRefused with the sentence for the console; what was started is stopped by {@link #close()}
     */
    ConfigurableApplicationContext start(Class<?> application, Map<String, String> environment) {
        if (options.listens()) {
            refuseBusyPort();
        }
        var directory = keep(open());
        log = logFile(directory);
        Logs.writeTo(log);
        var key = MasterKeys.load(directory, environment);
        var database = keep(open(directory, key, environment));
        var spring = new SpringApplication(application);
        // The order of closing is ours: pages, then pool, then database, then directory.
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(
                context -> keep(context),
                new DatabaseInitializer(database.access(), directory.path(), key),
                context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("command line", settings(directory))));
        spring.addListeners((ApplicationListener<ApplicationStartedEvent>)
                started -> refuseOtherKind(started.getApplicationContext().getBean(Installation.class), directory));
        return spring.run();
    }

    private void refuseBusyPort() {
        int port = options.port() == null ? 0 : options.port();
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getAllByName(options.host())[0], port));
        } catch (UnknownHostException unknown) {
            throw new StartRefused(
                    "This machine has no address " + options.host() + "; choose another with --host.", unknown);
        } catch (IOException busy) {
            throw new StartRefused(
                    String.valueOf(busy.getMessage()).contains("Permission denied")
                            ? "This user may not listen on port " + port + "; choose one above 1023 with --port."
                            : Failures.portInUse(port),
                    busy);
        }
    }

    private DataDirectory open() {
        String kind = options.kind();
        return kind == null ? DataDirectory.openOrJoin(options.data()) : DataDirectory.open(options.data(), kind);
    }

    private Path logFile(DataDirectory directory) {
        try {
            return Files.createDirectories(directory.logs()).resolve(options.logName() + ".log");
        } catch (IOException failure) {
            throw new StartRefused("Palier cannot write its log to " + directory.logs() + ".", failure);
        }
    }

    private Database open(DataDirectory directory, MasterKey key, Map<String, String> environment) {
        if (mayBeElsewhere(directory) && ExternalDatabase.isNamedBy(environment)) {
            return ExternalDatabase.connect(environment, key);
        }
        return directory.isJoined() ? EmbeddedDatabase.join(directory, key) : EmbeddedDatabase.start(directory, key);
    }

    /** A demo leaves alone the database that the environment names for real use, unless it is measured there. */
    private static boolean mayBeElsewhere(DataDirectory directory) {
        return !directory.kind().equals("demo") || Boolean.getBoolean("palier.demo.elsewhere");
    }

    private Map<String, Object> settings(DataDirectory directory) {
        var settings = new HashMap<String, Object>();
        settings.put("logging.config", Logs.CONFIGURATION);
        settings.put(Logs.FILE, String.valueOf(log));
        settings.put("palier.installation.kind", directory.kind());
        settings.put("server.address", options.host());
        // -1: everything of the web is there except the listening.
        settings.put("server.port", options.port() == null ? -1 : options.port());
        if (options.tls() != null) {
            settings.putAll(options.tls().settings(directory.path()));
        }
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        // A migration this version does not know came from a newer one.
        settings.put("spring.flyway.ignore-migration-patterns", "");
        return settings;
    }

    private void refuseOtherKind(Installation installation, DataDirectory directory) {
        String present = installation.settings().kind().name().toLowerCase(Locale.ROOT);
        if (!present.equals(directory.kind())) {
            throw new StartRefused("The database holds a " + present + " installation, which cannot become a "
                    + directory.kind() + " one; name another database.");
        }
    }

    private synchronized <T extends AutoCloseable> T keep(T part) {
        if (closed) {
            closeQuietly(part);
            throw new StartRefused("Palier was stopped while it started.");
        }
        parts.push(part);
        return part;
    }

    /** The log file, once it is known. */
    @Nullable
    Path log() {
        return log;
    }

    synchronized boolean isOpen() {
        return !closed;
    }

    /** Stops everything, the database last but one; stopping again changes nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!parts.isEmpty()) {
            closeQuietly(parts.pop());
        }
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failure) {
            LoggerFactory.getLogger(RunningPalier.class).error("{} did not close", part.getClass(), failure);
        }
    }
}
