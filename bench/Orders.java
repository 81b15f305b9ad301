package bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Orders a second through HTTP, by turns with the floor transaction on the same server. */
final class Orders {
    private static final List<Integer> CLIENTS = List.of(1, 8, 32);
    private static final int CUSTOMERS = 1_000;
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final Plan plan;
    private final Postgres postgres;

    Orders(Plan plan, Postgres postgres) {
        this.plan = plan;
        this.postgres = postgres;
    }

    List<Map<String, Object>> run() throws Exception {
        prepareFloor();
        try (var palier = Product.start(plan.application(), postgres.folder("palier"), postgres.port())) {
            var customers = new Customers(postgres);
            customers.growTo(CUSTOMERS);
            var trade = Trade.of(palier, customers.some(CUSTOMERS));
            placed(trade, 8, Duration.ofSeconds(3L * plan.seconds()));
            System.out.printf("%n%-8s %24s %24s %22s%n", "clients", "Palier, orders/s", "floor, orders/s", "ratio");
            var results = new ArrayList<Map<String, Object>>();
            for (int clients : CLIENTS) {
                results.add(measure(trade, clients));
            }
            return results;
        }
    }

    private void prepareFloor() throws Exception {
        if (plan.hasFloor()) {
            postgres.run(
                    "psql",
                    floor("-q", "-f", plan.floor().resolve("floor-schema.sql").toString()));
        } else {
            System.out.println("The floor transaction is not at " + plan.floor() + ": orders are measured alone.");
        }
    }

    private Map<String, Object> measure(Trade trade, int clients) throws Exception {
        var orders = new ArrayList<Double>();
        var floors = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < plan.rounds(); round++) {
            orders.add(placed(trade, clients, Duration.ofSeconds(plan.seconds())));
            if (plan.hasFloor()) {
                floors.add(floor(clients));
                ratios.add(orders.getLast() / floors.getLast());
            }
        }
        var result = new LinkedHashMap<String, Object>();
        result.put("clients", clients);
        result.put("orders", Spread.of(orders).json());
        if (!floors.isEmpty()) {
            result.put("floor", Spread.of(floors).json());
            result.put("ratio", Spread.of(ratios).json());
        }
        System.out.printf(
                Locale.ROOT,
                "%-8d %24s %24s %22s%n",
                clients,
                Spread.of(orders),
                floors.isEmpty() ? "-" : Spread.of(floors),
                ratios.isEmpty() ? "-" : Spread.of(ratios));
        return result;
    }

    /** Orders a second; any refused order ends the run. */
    private static double placed(Trade trade, int clients, Duration time) throws Exception {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        Callable<Integer> client = () -> {
            int placed = 0;
            while (System.nanoTime() < end) {
                trade.order();
                placed++;
            }
            return placed;
        };
        int placed = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < clients; i++) {
                all.add(client);
            }
            for (var done : threads.invokeAll(all)) {
                placed += done.get();
            }
        }
        return placed / ((System.nanoTime() - begin) / 1e9);
    }

    private double floor(int clients) throws Exception {
        var said = postgres.run(
                "pgbench",
                floor(
                        "-n",
                        "-M",
                        "prepared",
                        "-f",
                        plan.floor().resolve("floor-order.sql").toString(),
                        "-c",
                        String.valueOf(clients),
                        "-j",
                        "2",
                        "-T",
                        String.valueOf(plan.seconds())));
        var rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IllegalStateException(said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private String[] floor(String... arguments) {
        var all =
                new ArrayList<>(List.of("-h", "127.0.0.1", "-p", String.valueOf(postgres.port()), "-U", Postgres.USER));
        all.addAll(List.of(arguments));
        all.add(Postgres.FLOOR);
        return all.toArray(String[]::new);
    }
}
