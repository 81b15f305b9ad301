package bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The middle of repeated measurements, and how far they lie apart. */
record Spread(double middle, double least, double most) {

    static Spread of(List<Double> measured) {
        var sorted = measured.stream().sorted().toList();
        int half = sorted.size() / 2;
        double middle = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(middle, sorted.getFirst(), sorted.getLast());
    }

    Map<String, Object> json() {
        return Map.of("median", middle, "min", least, "max", most);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", middle, least, most);
    }
}
