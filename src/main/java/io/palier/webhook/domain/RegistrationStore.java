package io.palier.webhook.domain;

import io.palier.organization.OrganizationId;
import io.palier.webhook.Registration;
import io.palier.webhook.WebhookEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Registrations as kept. */
@Repository
public class RegistrationStore {
    private final JdbcClient jdbc;

    RegistrationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Registration> find(OrganizationId organization) {
        return jdbc.sql(
                        "select url, events, own_header from webhook_registration where organization_id = :organization")
                .param("organization", organization.value())
                .query((row, n) -> read(row))
                .optional();
    }

    private static Registration read(ResultSet row) throws SQLException {
        var events = EnumSet.noneOf(WebhookEvent.class);
        for (var code : (String[]) row.getArray("events").getArray()) {
            WebhookEvent.of(code).ifPresent(events::add);
        }
        return new Registration(row.getString("url"), events, row.getBoolean("own_header"));
    }

    public void save(OrganizationId organization, Registration wanted, Instant now) {
        jdbc.sql("""
                        insert into webhook_registration (organization_id, url, events, own_header, changed_at)
                        values (:organization, :url, :events, :header, :now)
                        on conflict (organization_id) do update set url = excluded.url, events = excluded.events,
                            own_header = excluded.own_header, changed_at = excluded.changed_at""")
                .param("organization", organization.value())
                .param("url", wanted.url())
                .param(
                        "events",
                        wanted.events().stream().map(WebhookEvent::code).toArray(String[]::new))
                .param("header", wanted.ownHeader())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void remove(OrganizationId organization) {
        jdbc.sql("delete from webhook_registration where organization_id = :organization")
                .param("organization", organization.value())
                .update();
    }
}
