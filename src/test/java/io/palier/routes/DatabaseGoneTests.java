package io.palier.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palier.People;
import io.palier.People.Person;
import io.palier.TestDatabase;
import io.palier.application.TokenWorld;
import io.palier.identity.Role;
import io.palier.identity.Users;
import io.palier.organization.Organizations;
import io.palier.platform.database.DatabaseAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The database goes away under a running Palier, and comes back. */
@SpringBootTest(
        properties = {"palier.installation.kind=demo", "palier.demo.load=false"},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = DatabaseGoneTests.ByWire.class)
@Import(TokenWorld.class)
@DirtiesContext
class DatabaseGoneTests {
    private static final DatabaseAccess DATABASE = TestDatabase.fresh();
    private static final Wire WIRE = wire();

    @LocalServerPort
    int port;

    @Autowired
    Organizations organizations;

    @Autowired
    Users users;

    @Autowired
    TokenWorld tokens;

    private Person person;
    private Visitor visitor;

    @BeforeEach
    void signIn() {
        person = new People(organizations, users).provider(Role.GLOBAL_ADMIN);
        visitor = Visitor.signedIn(port, person.signInName(), People.PASSWORD);
    }

    @AfterEach
    void isBack() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> visitor.get("/account/users").status() == 200);
    }

    @Test
    void saysSoAndGoesOnByItself() {
        assertThat(visitor.get("/account/users").status()).isEqualTo(200);
        WIRE.cut();
        for (var page : new String[] {"/", "/account/users", "/directory", "/sign-in", "/no-such-page"}) {
            expectGone(visitor.get(page));
        }
        expectGone(visitor.post("/account/users", Map.of("firstName", "Zoé")));
        assertThat(visitor.get("/css/plain.css").status()).isEqualTo(200);
        WIRE.mend();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> visitor.get("/account/users").status() == 200);
    }

    /** In the shape of the API, though the token is good. */
    @Test
    void tellsProgramsToTryAgain() throws Exception {
        var token = tokens.token(tokens.provider(Role.ADMIN_AGENT));
        assertThat(api(token).statusCode()).isEqualTo(200);
        WIRE.cut();
        var gone = api(token);
        assertThat(gone.statusCode()).isEqualTo(503);
        assertThat(gone.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(gone.headers().firstValue("Retry-After").orElse("")).isNotEmpty();
        assertThat(gone.headers().firstValue("MS-RequestId").orElse("")).isEqualTo("mine");
        assertThat(gone.body()).doesNotContain("Exception", "jdbc", "<html").contains("\"code\":800003", "\"data\":[]");
        WIRE.mend();
        await().atMost(Duration.ofSeconds(60)).until(() -> api(token).statusCode() == 200);
    }

    private HttpResponse<String> api(String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(tokens.address("/v1/customers?size=1"))
                .header("Authorization", "Bearer " + token)
                .header("MS-RequestId", "mine")
                .build();
        return tokens.http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void savesNothingHalfWhenItGoesInTheMiddle() throws Exception {
        var address = "/account/users/" + person.membership() + "/name";
        var fields = Map.of(
                "version",
                "1",
                "firstName",
                "Other",
                "lastName",
                "Name",
                "displayName",
                "Other Name",
                "contactEmail",
                "");
        try (var there = there();
                var threads = Executors.newSingleThreadExecutor()) {
            there.setAutoCommit(false);
            there.createStatement().execute("select from account where id = '" + person.account() + "' for update");
            var answer = threads.submit(() -> visitor.post(address, fields));
            await().until(() -> isSomebodyWaiting(there));
            WIRE.cut();
            expectGone(answer.get());
            there.rollback();
        }
        WIRE.mend();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> visitor.get("/account/users").status() == 200);
        assertThat(visitor.get("/account/users/" + person.membership()).body()).doesNotContain("Other Name");
        assertThat(visitor.post(address, fields).status()).isEqualTo(302);
    }

    private static void expectGone(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.body())
                .contains("<html lang=", "try again", "réessayez")
                .doesNotContain("Exception", "\tat ", "jdbc", "SQL");
    }

    private static boolean isSomebodyWaiting(Connection there) throws SQLException {
        try (var found =
                there.createStatement().executeQuery("select exists (select from pg_locks where not granted)")) {
            return found.next() && found.getBoolean(1);
        }
    }

    /** A connection that the cut leaves alone. */
    private static Connection there() throws SQLException {
        return DriverManager.getConnection(
                DATABASE.url(),
                DATABASE.application().user(),
                DATABASE.application().password());
    }

    private static URI uri() {
        return URI.create(DATABASE.url().replaceFirst("^jdbc:", ""));
    }

    private static Wire wire() {
        return Wire.to(uri().getHost(), uri().getPort());
    }

    static final class ByWire implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var url = DATABASE.url().replaceFirst("//[^/]+/", "//localhost:" + WIRE.port() + "/");
            TestDatabase.using(new DatabaseAccess(url, DATABASE.owner(), DATABASE.application()))
                    .initialize(context);
        }
    }
}
