package io.palier.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palier.PalierTest;
import io.palier.People;
import io.palier.identity.Role;
import io.palier.identity.Users;
import io.palier.organization.OrganizationKind;
import io.palier.organization.Organizations;
import io.palier.shared.Actor;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

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

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

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
                .contains("Roles changed", "<th scope=\"row\">Roles</th>", "<td>Global admin, Sales agent</td>")
                .doesNotContain("GLOBAL_ADMIN", "??");
        assertThat(mvc.get().uri("/activity").with(other.signedIn()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Roles changed");
    }

    @Test
    void aDayIsTheDayOfThePersonsZone() {
        var admin = people.provider(Role.GLOBAL_ADMIN);
        jdbc.sql("update account set zone = 'Pacific/Kiritimati' where id = :id")
                .param("id", admin.account().value())
                .update();
        record(admin, "2026-03-01T11:00:00Z", "user.renamed"); // one in the morning of 2 March there
        assertThat(log(admin, "?from=2026-03-02&to=2026-03-02")).contains("<span>Name changed");
        assertThat(log(admin, "?from=2026-03-01&to=2026-03-01")).doesNotContain("<span>Name changed");
    }

    @Test
    void namesStandForIdsButAResellerLearnsNoneOfAnother() {
        var reseller = people.of(OrganizationKind.INDIRECT_RESELLER, Role.GLOBAL_ADMIN);
        var provider = people.provider(Role.GLOBAL_ADMIN);
        var other = people.of(OrganizationKind.INDIRECT_RESELLER, Role.GLOBAL_ADMIN);
        transaction.executeWithoutResult(status -> audit.record(AuditEntry.of(
                        Actor.system(provider.organization()),
                        "customer.reseller-changed",
                        "customer",
                        provider.organization())
                .concerning(reseller.organization())
                .change("reseller", reseller.organization(), other.organization())));
        assertThat(log(provider, ""))
                .contains("Test " + reseller.organization(), "Test " + other.organization(), "Indirect reseller</th>");
        assertThat(log(reseller, ""))
                .contains("Test " + reseller.organization(), "another organization")
                .doesNotContain("Test " + other.organization());
    }

    @Test
    void filtersByPersonKindAndDateAndSaysSoInBothLanguages() {
        var admin = people.provider(Role.GLOBAL_ADMIN);
        var colleague = people.in(admin.organization(), Role.SALES_AGENT);
        record(admin, "2026-03-01T11:00:00Z", "user.renamed");
        record(colleague, "2026-03-02T11:00:00Z", "user.password-changed");
        var march = "?from=2026-03-01&to=2026-03-31";
        assertThat(log(admin, march)).contains("<span>Name changed", "<span>Password changed");
        assertThat(log(admin, march + "&person=" + colleague.signInName()))
                .contains("Drop the filters")
                .doesNotContain("<span>Name changed");
        assertThat(log(admin, march + "&kind=user.renamed")).doesNotContain("<span>Password changed");
        assertThat(log(admin, "?from=2026-04-01&to=2026-04-30")).contains("Nothing happened in this period");
        jdbc.sql("update account set language = 'fr' where id = :id")
                .param("id", admin.account().value())
                .update();
        assertThat(log(admin, march)).contains("Journal d’activité", "Mot de passe changé");
    }

    @Test
    void aLongLogIsReadPageByPage() {
        var admin = people.provider(Role.GLOBAL_ADMIN);
        for (int n = 10; n < 40; n++) {
            record(admin, "2026-03-01T11:00:" + n + "Z", "user.renamed");
        }
        var first = log(admin, "?from=2026-03-01&to=2026-03-01");
        var next = Pattern.compile("href=\"(/activity[^\"]*after=[^\"]*)\"").matcher(first);
        assertThat(next.find()).isTrue();
        var second = read(admin, URI.create(next.group(1).replace("&amp;", "&")));
        assertThat(count(first) + count(second)).isEqualTo(30);
    }

    private static long count(String page) {
        return Pattern.compile("<time ").matcher(page).results().count();
    }

    @Test
    void whatAProgramDidIsMarked() {
        var admin = people.provider(Role.GLOBAL_ADMIN);
        var program = new Actor(admin.organization().value(), admin.account().value(), UUID.randomUUID());
        transaction.executeWithoutResult(
                status -> audit.record(AuditEntry.of(program, "user.renamed", "user", admin.membership())));
        assertThat(log(admin, "")).contains("(through the API)");
    }

    private void record(People.Person person, String at, String kind) {
        jdbc.sql("""
                        insert into audit_record (owner_id, at, id, organization_id, account_id, kind, subject, subject_id,
                            before, after)
                        values (:owner, :at::timestamptz, gen_random_uuid(), :owner, :account, :kind, 'user', :owner, '{}', '{}')""")
                .param("owner", person.organization().value())
                .param("at", at)
                .param("account", person.account().value())
                .param("kind", kind)
                .update();
    }

    private String log(People.Person person, String query) {
        return read(person, URI.create("/activity" + query));
    }

    private String read(People.Person person, URI page) {
        var answer = mvc.get().uri(page).with(person.signedIn()).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
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
                .contains("User added", "Roles: Global admin");
    }

    @Test
    void theExportCalculatesNothing() {
        var admin = people.provider(Role.GLOBAL_ADMIN);
        jdbc.sql("update organization set name = '=1+1' where id = :id")
                .param("id", admin.organization().value())
                .update();
        assertThat(read(admin, URI.create("/activity/export.csv")))
                .contains("'=1+1")
                .doesNotContain(",=1+1");
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
