package io.palier.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.PalierTest;
import io.palier.shared.Uuids;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.annotation.Transactional;

/** The migration that made partnership requests invitations, run on temporary tables of the old shape. */
@PalierTest
@Transactional
class MovedRequestsTests {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Test
    void requestsOfOlderInstallationsLiveOn() {
        var id = Uuids.next();
        jdbc.sql("""
                        create temporary table partnership_request (id uuid, provider_id uuid, recipient citext,
                            language text, subject text, body text, state text, created_by uuid, created_at timestamptz,
                            expires_at timestamptz, reseller_id uuid, reason text, version integer)""").update();
        jdbc.sql("""
                        create temporary table partnership_request_event (id uuid, request_id uuid, at timestamptz,
                            kind text, organization_id uuid, account_id uuid, detail text)""").update();
        jdbc.sql("""
                        insert into partnership_request values (:id, :id, 'Info@Fabrikam.example', 'fr', 'Bonjour', '{link}',
                            'SENT', null, now(), now() + interval '30 days', null, null, 3)""").param("id", id).update();
        jdbc.sql("insert into partnership_request_event values (:event, :id, now(), 'SENT', :id, null, null)")
                .param("event", Uuids.next())
                .param("id", id)
                .update();
        var connection = DataSourceUtils.getConnection(dataSource);
        ScriptUtils.executeSqlScript(
                connection, new ClassPathResource("db/migration/partner/V5__move_requests_to_invitations.sql"));
        assertThat(jdbc.sql("select count(*) from invitation i join invitation_event e on e.invitation_id = i.id"
                                + " where i.id = :id and i.purpose = 'partnership-request' and i.version = 3"
                                + " and i.search_text = 'info@fabrikam.example' and e.kind = 'SENT'")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
