package io.palier.platform.cli;

import io.palier.platform.StartRefused;
import io.palier.platform.StartupNotice;
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
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Opens the data directory, starts the database, then the application; everything stops with the process. */
record Server(
        Class<?> application,
        String kind,
        String host,
        int port,
        @Nullable Path data) {

    int run() {
        refuseBusyPort();
        var directory = DataDirectory.open(data == null ? standardDirectory() : data, kind);
        try {
            start(directory);
            return 0;
        } catch (RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    private void start(DataDirectory directory) {
        var environment = System.getenv();
        var key = MasterKeys.load(directory, environment);
        Database database = ExternalDatabase.isNamedBy(environment)
                ? ExternalDatabase.connect(environment, key)
                : EmbeddedDatabase.start(directory, key);
        try {
            var context = new SpringApplicationBuilder(application)
                    .properties(settings(directory))
                    .initializers(new DatabaseInitializer(database.access(), directory.path(), key))
                    .registerShutdownHook(false)
                    .run();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(context, database, directory), "stop"));
            announce(context);
        } catch (RuntimeException failure) {
            database.close();
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException) {
                    throw busy(failure);
                }
            }
            throw failure;
        }
    }

    private Map<String, Object> settings(DataDirectory directory) {
        return Map.of(
                "server.address",
                host,
                "server.port",
                port,
                "palier.installation.kind",
                kind,
                "logging.file.name",
                directory.logs().resolve("palier.log").toString(),
                "logging.threshold.console",
                "WARN",
                "spring.main.log-startup-info",
                false);
    }

    /** The application first, so that requests under way still have their database. */
    private static void stop(ConfigurableApplicationContext context, Database database, DataDirectory directory) {
        context.close();
        database.close();
        directory.close();
    }

    private void announce(ConfigurableApplicationContext context) {
        var out = System.out;
        out.println();
        out.println("Palier is ready: http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port);
        context.getBeanProvider(StartupNotice.class)
                .orderedStream()
                .flatMap(notice -> notice.lines().stream())
                .forEach(out::println);
        out.println("Stop it with Ctrl-C.");
        out.flush();
    }

    private void refuseBusyPort() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException | IllegalArgumentException busy) {
            throw busy(busy);
        }
    }

    private StartRefused busy(Exception cause) {
        return new StartRefused("Port " + port + " of " + host + " cannot be used; choose another with --port.", cause);
    }

    private Path standardDirectory() {
        var home = Optional.ofNullable(System.getenv("PALIER_HOME"))
                .map(Path::of)
                .or(() -> Optional.ofNullable(System.getenv("XDG_DATA_HOME")).map(base -> Path.of(base, "palier")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share", "palier"));
        return home.resolve(kind.equals("demo") ? "demo" : "serve");
    }
}
