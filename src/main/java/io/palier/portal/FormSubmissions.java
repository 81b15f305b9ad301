package io.palier.portal;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Which forms were sent, on whichever node, and where that led. */
@Repository
class FormSubmissions {
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;

    FormSubmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this is the first time; whoever comes later has to see what became of that. */
    boolean begin(String id) {
        return jdbc.sql("insert into form_submission (id) values (:id) on conflict do nothing")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Where it led, empty if its answer was a page; nothing while it is worked on. */
    Optional<String> outcome(String id) {
        return jdbc.sql("select leads_to from form_submission where id = :id and leads_to is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void done(String id, String leadsTo) {
        jdbc.sql("update form_submission set leads_to = :leadsTo where id = :id")
                .param("leadsTo", leadsTo)
                .param("id", id)
                .update();
    }

    /** Nothing came of it: sent again, it is tried again. */
    void forget(String id) {
        jdbc.sql("delete from form_submission where id = :id").param("id", id).update();
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 240_000)
    void forgetOld() {
        jdbc.sql("delete from form_submission where at < now() - make_interval(secs => :seconds)")
                .param("seconds", KEPT.toSeconds())
                .update();
    }
}
