package io.palier.insight;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import java.util.ArrayList;
import java.util.List;

/** What waits, as it is gathered for one viewer. */
final class Waiting {
    private static final String HELP = "/service-requests?status=";

    /** Columns of a board's counts for {@link #forHelp}. */
    static final String HELP_COUNTS = Tally.count(
                    "from service_request_view where handled_by = :viewer and status = 'OPEN'")
            + " as help_asked, "
            + Tally.count("from service_request_view where opened_for = :viewer and status = 'ATTENTION_NEEDED'")
            + " as help_waits, ";

    private final Viewer viewer;
    private final List<Attention> found = new ArrayList<>();

    Waiting(Viewer viewer) {
        this.viewer = viewer;
    }

    /** What is lost by waiting; left out if there is none, or if the person could not see to it. */
    void urgent(String key, long count, Right right, String href) {
        add(key, count, right, href, true);
    }

    /** What can wait a little. */
    void also(String key, long count, Right right, String href) {
        add(key, count, right, href, false);
    }

    /** Subscriptions whose terms or trials end, and those whose users are locked out. */
    void forTerms(Trend trend) {
        urgent("ending", trend.of("ending"), Right.SEE_SUBSCRIPTIONS, Trends.ENDING);
        urgent("trials", trend.of("trials"), Right.SEE_SUBSCRIPTIONS, Trends.TRIALS);
        urgent("suspended", trend.of("suspended"), Right.SEE_SUBSCRIPTIONS, Trends.SUSPENDED);
    }

    /** Service requests to answer: those the viewer's organization was asked, and its own that wait for it. */
    void forHelp(Tally tally) {
        urgent("help-asked", tally.of("help_asked"), Right.SEE_SERVICE_REQUESTS, HELP + "open&side=handling");
        urgent("help-waits", tally.of("help_waits"), Right.SEE_SERVICE_REQUESTS, HELP + "attention_needed&side=asking");
    }

    private void add(String key, long count, Right right, String href, boolean urgent) {
        if (count > 0 && viewer.may(right)) {
            found.add(new Attention(key, urgent, count, href));
        }
    }

    List<Attention> found() {
        return List.copyOf(found);
    }
}
