package io.palier.demo;

import io.palier.customer.AddedCustomer;
import io.palier.platform.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What happened in the sample world, and when: put together in any order, told in the order of time. */
final class Story {
    private record Scene(Duration ago, Runnable act) {}

    private final List<Scene> scenes = new ArrayList<>();
    private final Map<String, AddedCustomer> customers = new HashMap<>();

    /** Adds what happened; scenes of the same day should not depend on each other. */
    void then(int daysAgo, Runnable act) {
        var withinTheDay = Duration.ofMinutes(scenes.size() * 37L % 300);
        scenes.add(new Scene(Duration.ofDays(daysAgo).plus(withinTheDay), act));
    }

    void tell(BusinessClock clock) {
        var now = clock.instant();
        scenes.sort(Comparator.comparing(Scene::ago).reversed());
        scenes.forEach(scene -> clock.during(at(now, scene), scene.act()));
    }

    private static Instant at(Instant now, Scene scene) {
        return now.minus(scene.ago());
    }

    void remember(String prefix, AddedCustomer added) {
        customers.put(prefix, added);
    }

    AddedCustomer customer(String prefix) {
        return Objects.requireNonNull(customers.get(prefix), prefix);
    }
}
