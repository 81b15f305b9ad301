package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A Palier with the demo's world, as a process of its own. */
final class Product implements AutoCloseable {
    static final String TENANT = "0190a000-0000-7000-8000-000000000010";
    static final String RESELLER = "5000020";

    private static final String APPLICATION = "0190a000-0000-7000-8000-0000000000a2";
    private static final String SECRET = "palier-demo-secret-of-contoso-automation";
    private static final Pattern ADDRESS = Pattern.compile("Palier is ready: (http://\\S+)");

    private final Process process;
    private final String address;

    private Product(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param data its folder, which holds the key to what the database holds sealed
     * @param databasePort of PostgreSQL, or of something before it
     */
    static Product start(Path application, Path data, int databasePort) throws Exception {
        var log = data.resolveSibling("console.log");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-Dpalier.demo.elsewhere=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        application.toString(),
                        "demo",
                        "--port",
                        "0",
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.put("PALIER_DATABASE_URL", Postgres.url(Postgres.PALIER, databasePort));
        environment.put("PALIER_DATABASE_USER", Postgres.USER);
        environment.put("PALIER_DATABASE_PASSWORD", Postgres.PASSWORD);
        environment.put("PALIER_API_LIMITS_PERPARTNER", "100000000");
        environment.put("PALIER_API_LIMITS_PERPARTNERANDCUSTOMER", "100000000");
        var process = builder.start();
        return new Product(process, addressIn(process, log));
    }

    private static String addressIn(Process process, Path log) throws IOException, InterruptedException {
        var patience = Instant.now().plus(Duration.ofMinutes(3));
        while (Instant.now().isBefore(patience) && process.isAlive()) {
            var found = ADDRESS.matcher(Files.readString(log));
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(200);
        }
        process.destroy();
        throw new IOException("Palier did not start:\n" + Files.readString(log));
    }

    Client client() throws Exception {
        return new Client(address);
    }

    /** A token of the demo's service account. */
    String token() throws Exception {
        return client().token(TENANT, APPLICATION, SECRET);
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
