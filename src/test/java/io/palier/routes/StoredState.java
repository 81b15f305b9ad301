package io.palier.routes;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database holds, in short: enough to tell whether a refused form left something behind. */
@TestComponent
class StoredState {
    /**
     * Sessions and counters change at every look; events, notifications and webhooks are dealt with in the background;
     * a wizard's draft keeps on purpose what was refused.
     */
    private static final String FLEETING =
            "('spring_session', 'spring_session_attributes', 'sign_in_failure', 'shedlock', 'wizard_draft',"
                    + " 'event_publication', 'notification', 'webhook_delivery', 'webhook_attempt', 'webhook_key',"
                    + " 'signing_key', 'form_submission', 'flyway_schema_history')";

    private final JdbcClient jdbc;
    private final String sql;

    StoredState(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.sql = jdbc.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                          and table_name not in %s""".formatted(FLEETING)).query(String.class).list().stream()
                .map(table ->
                        "select '%1$s' as name, count(*) || '/' || coalesce(sum(hashtext(t::text)), 0) as sum from %1$s t"
                                .formatted(table))
                .collect(Collectors.joining(" union all "));
    }

    Map<String, String> now() {
        var sums = new TreeMap<String, String>();
        jdbc.sql(sql)
                .query((row, _) -> sums.put(row.getString("name"), row.getString("sum")))
                .list();
        return sums;
    }
}
