package io.palier.insight;

import io.palier.identity.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts for a viewer in one statement, at the business time of now. */
@Component
class Tallies {
    private final JdbcClient jdbc;
    private final Clock clock;

    Tallies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param counts a select of one row, which may name {@code :viewer}, the organization, and {@code :now} */
    Tally of(String counts, Viewer viewer) {
        return jdbc.sql(counts)
                .param("viewer", viewer.organization().value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Tally::row)
                .single();
    }
}
