package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What is measured, and how long.
 *
 * @param application the jar that is measured
 * @param floor the folder of the floor transaction
 * @param parts orders, cost, lists
 * @param rounds how often each measurement is repeated, by turns
 * @param seconds of one measurement of orders
 * @param customers sizes of the list
 */
record Plan(Path application, Path floor, List<String> parts, int rounds, int seconds, List<Integer> customers) {
    private static final List<String> ALL = List.of("orders", "cost", "lists");

    /** {@code --quick} for a look at everything in a few minutes; names of parts for only these. */
    static Plan of(String... arguments) {
        var said = List.of(arguments);
        boolean quick = said.contains("--quick");
        var parts = said.stream().filter(word -> !word.startsWith("--")).toList();
        for (var part : parts) {
            if (!ALL.contains(part)) {
                throw new IllegalArgumentException("There is no measurement “" + part + "”; there are " + ALL + ".");
            }
        }
        return new Plan(
                Path.of("target/app/palier.jar"),
                folderOfFloor(),
                parts.isEmpty() ? ALL : parts,
                quick ? 2 : 5,
                quick ? 4 : 10,
                quick ? List.of(1_000, 10_000) : List.of(1_000, 100_000, 1_000_000));
    }

    private static Path folderOfFloor() {
        var named = System.getenv("PALIER_BENCH_FLOOR");
        return named == null ? Path.of("../shared/bench") : Path.of(named);
    }

    boolean does(String part) {
        return parts.contains(part);
    }

    boolean hasFloor() {
        return Files.isRegularFile(floor.resolve("floor-order.sql"));
    }
}
