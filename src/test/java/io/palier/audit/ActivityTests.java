package io.palier.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palier.PalierTest;
import io.palier.People;
import io.palier.identity.Role;
import io.palier.identity.Users;
import io.palier.organization.Organizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PalierTest
class ActivityTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Organizations organizations;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    People people;

    @BeforeEach
    void gather() {
        people = new People(organizations, users);
    }

    @Test
    void showsWhatChangedBeforeAndAfterInOnesOwnLogOnly() {
        var admin = people.provider(Role.GLOBAL_ADMIN);
        var other = people.provider(Role.GLOBAL_ADMIN);
        assertThat(mvc.post()
                        .uri("/account/users/" + admin.membership() + "/roles")
                        .param("version", "1")
                        .param("roles", "GLOBAL_ADMIN", "SALES_AGENT")
                        .with(admin.signedIn()))
                .hasStatus3xxRedirection();
        assertThat(mvc.get()
                        .uri("/activity")
                        .param("kind", "user.roles-changed")
                        .param("person", admin.signInName())
                        .with(admin.signedIn()))
                .hasStatusOk()
                .bodyText()
                .contains("Roles changed", "[GLOBAL_ADMIN, SALES_AGENT]");
        assertThat(mvc.get().uri("/activity").with(other.signedIn()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Roles changed");
    }

    @Test
    void oddDatesAndCursorsAreAsIfNotTyped() {
        var admin = people.provider(Role.GLOBAL_ADMIN);
        assertThat(mvc.get()
                        .uri("/activity?from=yesterday&to=+999999999-01-01&after=bm9uc2Vuc2UfYQ")
                        .with(admin.signedIn()))
                .hasStatusOk()
                .bodyText()
                .contains("User added");
    }

    @Test
    void theExportIsAFileForSpreadsheets() {
        var admin = people.provider(Role.GLOBAL_ADMIN);
        assertThat(mvc.get().uri("/activity/export.csv").with(admin.signedIn()))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"activity.csv\"")
                .bodyText()
                .startsWith("\uFEFFDate-Time,Affected customer")
                .contains("User added");
    }

    @Test
    void theApplicationCanOnlyAppend() {
        var partitions = jdbc.sql("""
                        select c.oid::regclass::text from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = 'audit_record'::regclass order by 1""").query(String.class).list();
        assertThat(partitions).hasSizeGreaterThan(24).contains("audit_record_other");
        for (var table : partitions) {
            forbids("update " + table + " set kind = 'none'");
            forbids("delete from " + table);
            forbids("truncate " + table);
        }
        forbids("update audit_record set kind = 'none'");
        forbids("delete from audit_record");
        forbids("truncate audit_record");
        forbids("drop table audit_record");
    }

    private void forbids(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .as(statement)
                .isInstanceOf(BadSqlGrammarException.class)
                .hasStackTraceContaining(statement.startsWith("drop") ? "must be owner" : "permission denied");
    }
}
