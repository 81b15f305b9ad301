package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures Palier on a PostgreSQL of its own: orders beside the floor transaction, lists of customers as they grow, and
 * what one order costs. Started by {@code ./palier bench}; prints tables and writes {@code target/bench.json}.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var plan = Plan.of(arguments);
        Map<String, Object> results = new LinkedHashMap<>();
        try (var postgres = Postgres.start()) {
            results.put("machine", Machine.describe(postgres));
            if (plan.does("orders")) {
                results.put("orders", new Orders(plan, postgres).run());
            }
            if (plan.does("cost")) {
                results.put("cost", new OrderCost(plan, postgres).run());
            }
            if (plan.does("lists")) {
                results.put("lists", new Lists(plan, postgres).run());
            }
        }
        var file = Path.of("target/bench.json");
        Files.createDirectories(file.getParent());
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file, results);
        System.out.println("\nWritten to " + file);
    }
}
