package io.palier.audit;

import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Uuids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes audit entries: one row for every organization in whose log they appear, all in one statement. */
@Repository
class AuditRecords implements AuditTrail {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    AuditRecords(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    private record Row(UUID owner, UUID id, AuditEntry entry, String before, String after) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<AuditEntry> entries) {
        var rows = new ArrayList<Row>();
        for (var entry : entries) {
            var owners = new LinkedHashSet<>(entry.concerned());
            owners.add(entry.actor().organization());
            var id = Uuids.next();
            var before = json.writeValueAsString(entry.before());
            var after = json.writeValueAsString(entry.after());
            owners.forEach(owner -> rows.add(new Row(owner, id, entry, before, after)));
        }
        insert(rows);
    }

    private void insert(List<Row> rows) {
        jdbc.sql("""
                        insert into audit_record (owner_id, at, id, organization_id, account_id, application_id, customer_id,
                            kind, subject, subject_id, before, after)
                        select owner_id, :at, id, organization_id, account_id, application_id, customer_id,
                            kind, subject, subject_id, before::jsonb, after::jsonb
                        from unnest(:owners::uuid[], :ids::uuid[], :organizations::uuid[], :accounts::uuid[],
                            :applications::uuid[], :customers::uuid[], :kinds::text[], :subjects::text[],
                            :subjectIds::uuid[], :befores::text[], :afters::text[])
                            as r (owner_id, id, organization_id, account_id, application_id, customer_id, kind, subject,
                                subject_id, before, after)""")
                .param("at", Timestamp.from(clock.instant()))
                .param("owners", uuids(rows, Row::owner))
                .param("ids", uuids(rows, Row::id))
                .param("organizations", uuids(rows, row -> row.entry().actor().organization()))
                .param("accounts", uuids(rows, row -> row.entry().actor().account()))
                .param("applications", uuids(rows, row -> row.entry().actor().application()))
                .param("customers", uuids(rows, row -> row.entry().customer()))
                .param("kinds", texts(rows, row -> row.entry().kind()))
                .param("subjects", texts(rows, row -> row.entry().subject()))
                .param("subjectIds", uuids(rows, row -> row.entry().subjectId()))
                .param("befores", texts(rows, Row::before))
                .param("afters", texts(rows, Row::after))
                .update();
    }

    private interface Column<T> {
        @Nullable
        T of(Row row);
    }

    private static UUID[] uuids(List<Row> rows, Column<UUID> column) {
        return rows.stream().map(column::of).toArray(UUID[]::new);
    }

    private static String[] texts(List<Row> rows, Column<String> column) {
        return rows.stream().map(column::of).toArray(String[]::new);
    }
}
