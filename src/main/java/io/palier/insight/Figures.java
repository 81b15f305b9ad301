package io.palier.insight;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.shared.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Key figures, as they are gathered for one viewer. */
final class Figures {
    private final Viewer viewer;
    private final List<Figure> found = new ArrayList<>();

    Figures(Viewer viewer) {
        this.viewer = viewer;
    }

    /** Left out if the person may not see what is counted. */
    void add(String key, long value, Right right, @Nullable String href) {
        if (viewer.may(right)) {
            found.add(new Figure(key, value, null, href));
        }
    }

    /** One figure for each currency: amounts of different ones are never added. */
    void add(String key, List<Money> amounts, Right right) {
        if (viewer.may(right)) {
            amounts.forEach(amount -> found.add(new Figure(key, 0, amount, null)));
        }
    }

    List<Figure> found() {
        return List.copyOf(found);
    }
}
