package bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The list of customers of one provider as it grows: pages and searches, in buffers read and in time. */
final class Lists {
    private static final Pattern NEXT = Pattern.compile("href=\"(/customers\\?[^\"]*after=[^\"]*)\"[^>]*rel=\"next\"");
    private static final int FAR = 1_000;
    private static final int WARM_UP = 12;
    private static final int REPEATED = 20;

    private final Plan plan;
    private final Postgres postgres;

    Lists(Plan plan, Postgres postgres) {
        this.plan = plan;
        this.postgres = postgres;
    }

    List<Map<String, Object>> run() throws Exception {
        try (var palier = Product.start(plan.application(), postgres.folder("palier"), postgres.port())) {
            return run(palier);
        }
    }

    private List<Map<String, Object>> run(Product palier) throws Exception {
        var results = new ArrayList<Map<String, Object>>();
        var smallest = new LinkedHashMap<String, Measured>();
        System.out.printf(
                "%n%-10s %-34s %10s %8s %22s %8s%n", "customers", "list", "buffers", "growth", "ms", "growth");
        for (int size : plan.customers()) {
            new Customers(postgres).growTo(size);
            var reader = palier.client();
            reader.signIn("admin@contoso.example", "Palier-demo-1");
            for (var view : views(reader, size).entrySet()) {
                var measured = measure(reader, view.getValue());
                var before = smallest.computeIfAbsent(view.getKey(), _ -> measured);
                results.add(print(size, view.getKey(), measured, before));
            }
        }
        return results;
    }

    private static Map<String, String> views(Client reader, int size) throws Exception {
        var one = Customers.name(size / 2);
        var views = new LinkedHashMap<String, String>();
        views.put("first page", "/customers");
        views.put("page 1,000, or the last one", far(reader));
        views.put("beginning of a name", search(one.substring(0, 4)));
        views.put("part of few names", search(one.substring(1, one.indexOf(' '))));
        views.put("part of one name in ten", search(Customers.COMMON));
        return views;
    }

    private static String search(String text) {
        return "/customers?search=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String far(Client reader) throws Exception {
        var path = "/customers";
        for (int page = 1; page < FAR; page++) {
            var next = NEXT.matcher(reader.page(path));
            if (!next.find()) {
                break;
            }
            path = next.group(1).replace("&amp;", "&");
        }
        return path;
    }

    private record Measured(double buffers, Spread milliseconds) {}

    /** Buffers of one request, all its statements together, once plans have settled; and its time. */
    private Measured measure(Client reader, String path) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            reader.page(path);
        }
        postgres.execute(Postgres.PALIER, "select pg_stat_statements_reset()");
        var times = new ArrayList<Double>();
        for (int i = 0; i < REPEATED; i++) {
            long begin = System.nanoTime();
            reader.page(path);
            times.add((System.nanoTime() - begin) / 1e6);
        }
        var buffers = postgres.one(Postgres.PALIER, """
                select coalesce(sum(shared_blks_hit + shared_blks_read), 0) from pg_stat_statements
                where query ilike '%customer_listing%'""");
        return new Measured(Double.parseDouble(buffers) / REPEATED, Spread.of(times));
    }

    private static Map<String, Object> print(int size, String view, Measured now, Measured before) {
        double buffers = now.buffers() / Math.max(1, before.buffers());
        double time = now.milliseconds().middle() / before.milliseconds().middle();
        System.out.printf(
                Locale.ROOT,
                "%-10d %-34s %10.0f %8.2f %22s %8.2f%n",
                size,
                view,
                now.buffers(),
                buffers,
                now.milliseconds(),
                time);
        var result = new LinkedHashMap<String, Object>();
        result.put("customers", size);
        result.put("list", view);
        result.put("buffers", now.buffers());
        result.put("buffersGrowth", buffers);
        result.put("milliseconds", now.milliseconds().json());
        result.put("millisecondsGrowth", time);
        return result;
    }
}
