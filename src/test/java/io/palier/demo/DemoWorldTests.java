package io.palier.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.palier.TestDatabase;
import io.palier.platform.Installation;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(properties = "palier.installation.kind=demo")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = DemoWorldTests.EmptyDatabase.class)
class DemoWorldTests {
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DemoWorld world;

    @Autowired
    DemoApplications programs;

    @Autowired
    ProgramNotice notice;

    @Autowired
    Installation installation;

    static List<String> everybody() {
        return List.of(
                "admin@operator.example",
                "admin@contoso.example",
                "sales@contoso.example",
                "helpdesk@contoso.example",
                "users@contoso.example",
                "billing@contoso.example",
                "admin@wingtip.example",
                "admin@fabrikam.example",
                "helpdesk@fabrikam.example",
                "admin@litware.example",
                "admin@adventure.example",
                "admin@northwind.example",
                "admin@tailspin.example");
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everybodySignsInWithTheDemoPassword(String name) {
        assertThat(mvc.post()
                        .uri("/sign-in")
                        .with(csrf())
                        .param("username", name)
                        .param("password", "Palier-demo-1"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/");
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everyLinkAPersonIsShownLeadsToAPage(String name) throws Exception {
        var signedIn = mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .param("username", name)
                .param("password", "Palier-demo-1")
                .exchange();
        var session = Objects.requireNonNull(signedIn.getResponse().getCookie("SESSION"));
        var queue = new ArrayDeque<String>(List.of("/"));
        var visited = new HashSet<String>();
        while (!queue.isEmpty()) {
            var address = queue.remove();
            var answer = mvc.get().uri(URI.create(address)).cookie(session).exchange();
            assertThat(answer)
                    .as("%s at %s", name, address)
                    .matches(page -> page.getResponse().getStatus() < 400
                            || page.getResponse().getStatus() == 403);
            LINK.matcher(answer.getResponse().getContentAsString())
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(link -> visited.add(shape(link)))
                    .forEach(queue::add);
        }
        assertThat(visited).hasSizeGreaterThan(5);
    }

    /** One page of each shape is enough: ids and queries count as equal. */
    private static String shape(String link) {
        return link.replaceFirst("\\?.*", "").replaceAll("[0-9a-f-]{36}|[A-Z0-9]{12}|\\d{4}", "ID");
    }

    @Test
    void thereAreTwentyCustomersAndMoreWithWhatTheyBought() {
        assertThat(count("select count(*) from customer_relationship_view where active"))
                .isEqualTo(23);
        assertThat(count("select count(*) from order_view")).isGreaterThan(50);
        assertThat(count("select count(*) from partnership_view where active and eligible"))
                .isEqualTo(3);
    }

    @Test
    void subscriptionsAndWhatIsAskedForAreInEveryState() {
        assertThat(count("select count(*) from order_request_view where status = 'OPEN'"))
                .isEqualTo(5);
        assertThat(count("select count(distinct status) from order_request_view"))
                .isEqualTo(4);
        assertThat(count("select count(distinct status) from subscription_view"))
                .isGreaterThanOrEqualTo(3);
        assertThat(count("select count(*) from subscription_view where trial and status = 'ACTIVE'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from subscription_view where status = 'SUSPENDED'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from subscription_view where not trial and not auto_renew"))
                .isEqualTo(3);
    }

    @Test
    void aYearHasPassed() {
        assertThat(count("""
                        select count(distinct date_trunc('month', at)) from audit_record
                        where owner_id = '0190a000-0000-7000-8000-000000000010'""")).isGreaterThanOrEqualTo(12);
        assertThat(count("select count(distinct date_trunc('month', placed_at)) from order_view"))
                .isGreaterThanOrEqualTo(11);
        assertThat(count("select count(*) from subscription_view where starts_at > now() or created_at > now()"))
                .isZero();
        assertThat(count("""
                        select count(*) from subscription_view s join order_view o on o.id = s.order_id
                        where s.created_at <> o.placed_at""")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin@operator.example",
                "admin@contoso.example",
                "admin@wingtip.example",
                "admin@fabrikam.example",
                "admin@litware.example",
                "admin@northwind.example",
                "admin@tailspin.example"
            })
    void noChartOfTheCastIsEmpty(String name) throws Exception {
        var home = read("/", signIn(name));
        assertThat(home).contains("data-chart=").doesNotContain("Nothing to show yet", "Rien à montrer");
    }

    @Test
    void somethingWaitsForThoseWhoWork() throws Exception {
        assertThat(read("/", signIn("admin@operator.example"))).contains("href=\"/operator/enrollments\"");
        assertThat(read("/", signIn("admin@contoso.example")))
                .contains(
                        "<a href=\"/order-requests\">",
                        "ending=30&amp;renewal=off",
                        "kind=trial",
                        "status=suspended",
                        "href=\"/resellers?tab=requests\"");
    }

    @Test
    void whoLookedAtARequestFindsItAgain() throws Exception {
        assertThat(read("/", signIn("admin@adventure.example")))
                .contains("One request by invitation waits", "href=\"/invitations/");
        assertThat(read("/", signIn("admin@litware.example"))).doesNotContain("href=\"/invitations/");
    }

    @Test
    void theMenuCountsWhatWaits() throws Exception {
        assertThat(read("/help", signIn("admin@contoso.example"))).contains("5 en attente");
        assertThat(read("/help", signIn("billing@contoso.example"))).doesNotContain("en attente");
        assertThat(read("/help", signIn("admin@operator.example"))).contains("one waits");
        assertThat(read("/help", signIn("admin@wingtip.example"))).doesNotContain("one waits", " wait<");
    }

    @Test
    void everybodyAsksForHelpAndSomeAreAnswered() {
        assertThat(jdbc.sql("""
                        select distinct o.kind || ' ' || h.kind || ' ' || q.status from service_request q
                        join organization_view o on o.id = q.opened_for join organization_view h on h.id = q.handled_by""").query(String.class).list())
                .contains(
                        "INDIRECT_RESELLER INDIRECT_PROVIDER CLOSED",
                        "INDIRECT_RESELLER INDIRECT_PROVIDER ATTENTION_NEEDED",
                        "INDIRECT_PROVIDER OPERATOR CLOSED",
                        "INDIRECT_RESELLER OPERATOR OPEN",
                        "CUSTOMER INDIRECT_RESELLER OPEN",
                        "CUSTOMER INDIRECT_PROVIDER OPEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin@operator.example",
                "admin@contoso.example",
                "helpdesk@contoso.example",
                "admin@wingtip.example",
                "admin@fabrikam.example",
                "admin@litware.example",
                "admin@adventure.example",
                "admin@northwind.example",
                "admin@tailspin.example"
            })
    void noListOfServiceRequestsIsEmpty(String name) throws Exception {
        assertThat(read("/service-requests", signIn(name)))
                .contains("<td data-label=")
                .doesNotContain("class=\"empty\"");
    }

    @Test
    void thoseConcernedWereTold() {
        await().untilAsserted(() -> assertThat(count("select count(distinct kind) from notification"))
                .isGreaterThan(15));
    }

    private Cookie signIn(String name) {
        var answer = mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .param("username", name)
                .param("password", "Palier-demo-1")
                .exchange();
        return Objects.requireNonNull(answer.getResponse().getCookie("SESSION"));
    }

    private String read(String page, Cookie session) {
        return new String(
                mvc.get().uri(page).cookie(session).exchange().getResponse().getContentAsByteArray(), UTF_8);
    }

    @Test
    void everyTabOfRequestsHasSomething() {
        for (var purpose : List.of("partnership-request", "relationship-request")) {
            assertThat(jdbc.sql("select distinct state from invitation where purpose = :purpose")
                            .param("purpose", purpose)
                            .query(String.class)
                            .list())
                    .contains("DRAFT", "SENT", "OPENED", "ACCEPTED", "DECLINED", "WITHDRAWN");
        }
    }

    @Test
    void northwindHasSubscriptionsOfTwoProvidersInTwoCurrencies() {
        assertThat(jdbc.sql("""
                        select distinct p.name from customer_relationship_view r
                        join organization_view p on p.id = r.provider_id
                        where r.customer_name = 'Northwind Traders' and r.active order by 1""").query(String.class).list())
                .containsExactly("Contoso Distribution", "Wingtip Distribution");
    }

    @Test
    void theProgramsOfTheCastGetTokens() {
        DemoApplications.ALL.forEach(program -> assertThat(mvc.post()
                        .uri("/" + program.organization() + "/oauth2/token")
                        .param("grant_type", "client_credentials")
                        .param("resource", "https://graph.windows.net")
                        .param("client_id", program.id().toString())
                        .param("client_secret", program.secret()))
                .hasStatusOk()
                .bodyText()
                .contains("access_token"));
    }

    @Test
    void whatThePersonAtTheKeyboardReadsNamesThePrograms() {
        assertThat(notice.lines())
                .contains(
                        "    client_id     0190a000-0000-7000-8000-0000000000a1",
                        "    client_secret palier-demo-secret-of-contoso");
    }

    @Test
    void loadingAgainAddsNothing() {
        var before = count();
        world.load();
        programs.register();
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void theInstallationIsSetUpAndApprovesByItself() {
        var settings = installation.settings();
        assertThat(settings.isSetUp()).isTrue();
        assertThat(settings.automaticApproval()).isTrue();
        assertThat(settings.domainSuffixes()).containsExactly("onpalier.example", "onmicrosoft.com");
        assertThat(settings.publicAddress()).startsWith("http://localhost:");
    }

    private long count() {
        return count("select (select count(*) from organization_view) + (select count(*) from membership_view)");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    static final class EmptyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase.using(TestDatabase.fresh()).initialize(context);
        }
    }
}
