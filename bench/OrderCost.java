package bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one order costs: round trips to the database, seen on the wire, statements, and bytes of WAL. */
final class OrderCost {
    private static final int ORDERS = 300;
    private static final int CUSTOMERS = 1_000;

    private final Plan plan;
    private final Postgres postgres;

    OrderCost(Plan plan, Postgres postgres) {
        this.plan = plan;
        this.postgres = postgres;
    }

    Map<String, Object> run() throws Exception {
        try (var wire = Wire.to(postgres.port());
                var palier = Product.start(plan.application(), postgres.folder("palier"), wire.port())) {
            var customers = new Customers(postgres);
            customers.growTo(CUSTOMERS);
            var trade = Trade.of(palier, customers.some(CUSTOMERS));
            place(trade);
            postgres.execute(Postgres.PALIER, "select pg_stat_statements_reset()");
            long trips = wire.roundTrips();
            long wal = postgres.wal();
            place(trade);
            var cost = new LinkedHashMap<String, Object>();
            cost.put("roundTrips", (double) (wire.roundTrips() - trips) / ORDERS);
            cost.put("walBytes", (double) (postgres.wal() - wal) / ORDERS);
            System.out.printf(
                    Locale.ROOT,
                    "%nAn order of two lines, all of its request: %.1f round trips, %.0f bytes of WAL%n",
                    cost.get("roundTrips"),
                    cost.get("walBytes"));
            cost.put("statements", statements());
            return cost;
        }
    }

    /** What the database was asked, by time, for one order. */
    private List<Map<String, Object>> statements() throws Exception {
        var all = new ArrayList<Map<String, Object>>();
        System.out.printf("%10s %10s  %s%n", "calls", "ms", "statement");
        for (var row : postgres.rows(Postgres.PALIER, """
                select calls / %1$d.0, total_exec_time / %1$d.0, regexp_replace(query, '\\s+', ' ', 'g')
                from pg_stat_statements where calls >= %1$d / 10 order by total_exec_time desc limit 40
                """.formatted(ORDERS))) {
            double calls = Double.parseDouble(row.get(0));
            double time = Double.parseDouble(row.get(1));
            System.out.printf(Locale.ROOT, "%10.2f %10.3f  %.110s%n", calls, time, row.get(2));
            all.add(Map.of("calls", calls, "milliseconds", time, "statement", row.get(2)));
        }
        return all;
    }

    private static void place(Trade trade) throws Exception {
        for (int i = 0; i < ORDERS; i++) {
            trade.order();
        }
    }
}
