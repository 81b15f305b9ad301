package io.palier.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.Palier;
import io.palier.TestDatabase;
import io.palier.demo.Cast;
import io.palier.identity.MembershipId;
import io.palier.identity.Users;
import io.palier.identity.Viewers;
import io.palier.invitation.Invitations;
import io.palier.partner.PartnershipRequests;
import io.palier.platform.database.DatabaseAccess;
import io.palier.platform.database.DatabaseAccess.Login;
import io.palier.shared.Actor;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one database are one Palier. */
@DemoServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTests {
    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConfigurableApplicationContext first;

    private ConfigurableApplicationContext second;
    private int port;

    @BeforeAll
    void startTheOther() {
        second = new SpringApplicationBuilder(Palier.class)
                .initializers(TestDatabase.using(database(first.getEnvironment())))
                .properties("palier.installation.kind=demo", "server.port=0")
                .run();
        port = second.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    void stopTheOther() {
        second.close();
    }

    @Test
    void aSessionIsAtHomeOnBoth() {
        var here = Visitor.signedIn(town.port(), "helpdesk@contoso.example", Town.PASSWORD);
        var there = here.at(port);
        assertThat(there.get("/customers").status()).isEqualTo(200);
        assertThat(there.post("/language", Map.of("language", "en", "back", "/customers"))
                        .status())
                .isEqualTo(302);
        assertThat(here.get("/customers").body()).contains("<html lang=\"en\"");
        assertThat(there.post("/sign-out", Map.of()).status()).isEqualTo(302);
        assertThat(here.get("/customers").asksToSignIn()).isTrue();
    }

    @Test
    void aRightThatEndsOnOneEndsOnTheOther() {
        var here = Visitor.signedIn(town.port(), "billing@contoso.example", Town.PASSWORD);
        var there = here.at(port);
        assertThat(there.get("/activity").status()).isNotEqualTo(302);
        var id = membership("billing@contoso.example");
        var users = first.getBean(Users.class);
        var actor = Actor.system(Cast.CONTOSO);
        users.deactivate(actor, Cast.CONTOSO, id, users.get(Cast.CONTOSO, id).version());
        assertThat(there.get("/activity").location()).startsWith("/sign-in");
        users.reactivate(actor, Cast.CONTOSO, id, users.get(Cast.CONTOSO, id).version());
    }

    @Test
    void guessesAreCountedTogether() {
        var name = "somebody" + UUID.randomUUID() + "@nodes.example";
        var here = Visitor.stranger(town.port());
        var there = here.at(port);
        for (int i = 0; i < 3; i++) {
            (i % 2 == 0 ? here : there).post("/sign-in", Map.of("username", name, "password", "a guess"));
        }
        assertThat(there.post("/sign-in", Map.of("username", name, "password", "a guess"))
                        .header("Retry-After"))
                .isNotEmpty();
    }

    @Test
    void aJobIsDoneOnceWhoeverComesFirst() throws Exception {
        var viewer = first.getBean(Viewers.class)
                .find(membership("admin@contoso.example"))
                .orElseThrow();
        var recipients = IntStream.range(0, 20)
                .mapToObj(i -> "late" + i + "@nodes.example")
                .toList();
        var ids = first.getBean(PartnershipRequests.class).draft(viewer, recipients, Locale.ENGLISH).stream()
                .map(id -> id.value())
                .toList();
        jdbc.sql("update invitation set expires_at = created_at where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var works = Stream.of(first, second)
                    .map(node -> threads.submit(() -> {
                        together.await();
                        node.getBean(Invitations.class).expireDue();
                        return null;
                    }))
                    .toList();
            for (var work : works) {
                work.get();
            }
        }
        assertThat(jdbc.sql("""
                        select count(*) from invitation_event
                        where invitation_id = any(:ids) and kind = 'EXPIRED' group by invitation_id""")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(Integer.class)
                        .list())
                .hasSize(20)
                .containsOnly(1);
    }

    private MembershipId membership(String signInName) {
        return new MembershipId(jdbc.sql("select id from membership_view where sign_in_name = :name")
                .param("name", signInName)
                .query(UUID.class)
                .single());
    }

    private static DatabaseAccess database(Environment environment) {
        return new DatabaseAccess(
                environment.getRequiredProperty("spring.datasource.url"),
                login(environment, "spring.flyway.user", "spring.flyway.password"),
                login(environment, "spring.datasource.username", "spring.datasource.password"));
    }

    private static Login login(Environment environment, String user, String password) {
        return new Login(environment.getRequiredProperty(user), environment.getRequiredProperty(password));
    }
}
