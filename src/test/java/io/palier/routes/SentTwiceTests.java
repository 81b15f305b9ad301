package io.palier.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.routes.Things.House;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A form that is sent twice, at once or one after the other, makes one thing. */
@DemoServer
class SentTwiceTests {
    private static final String UNIQUE = Long.toString(System.nanoTime(), 36);

    @Autowired
    Town town;

    @Autowired
    Things things;

    @Autowired
    Routes routes;

    @Autowired
    PagesWithForms pages;

    @Autowired
    JdbcClient jdbc;

    /**
     * A form that makes something.
     *
     * @param page pattern of the page that shows it
     * @param action pattern of where it is sent
     * @param made table of what it makes
     */
    record Creating(String page, String action, Map<String, String> typed, String made) {
        @Override
        public String toString() {
            return action;
        }
    }

    static List<Creating> creating() {
        return List.of(
                new Creating(
                        "/account/users/new",
                        "/account/users",
                        Map.of(
                                "firstName",
                                "Zoé",
                                "lastName",
                                "Twice",
                                "signInName",
                                "twice" + UNIQUE + "@contoso.example"),
                        "membership"),
                new Creating(
                        "/account/applications/new",
                        "/account/applications",
                        Map.of("name", "Sent twice"),
                        "application"),
                new Creating(
                        "/account/applications/{id}",
                        "/account/applications/{id}/secrets",
                        Map.of("months", "3"),
                        "application_secret"),
                new Creating(
                        "/customers/{relationship}/users/new",
                        "/customers/{relationship}/users",
                        Map.of(
                                "firstName",
                                "Zoé",
                                "lastName",
                                "Twice",
                                "displayName",
                                "Zoé Twice",
                                "localPart",
                                "twice" + UNIQUE),
                        "membership"),
                new Creating(
                        "/resellers/requests/new",
                        "/resellers/requests/new",
                        Map.of("recipients", "twice" + UNIQUE + "@reseller.example"),
                        "invitation"),
                new Creating(
                        "/customers/requests/new",
                        "/customers/requests/new",
                        Map.of("recipients", "twice" + UNIQUE + "@customer.example"),
                        "invitation"),
                new Creating(
                        "/operator/partners/new",
                        "/operator/partners",
                        Map.of(
                                "company", "Twice " + UNIQUE,
                                "address.line1", "1 rue du Test",
                                "address.postalCode", "44000",
                                "address.city", "Nantes",
                                "currency", "EUR",
                                "firstName", "Zoé",
                                "lastName", "Twice",
                                "email", "twice" + UNIQUE + "@operator.example"),
                        "organization"));
    }

    @ParameterizedTest
    @MethodSource("creating")
    void atOnceItMakesOneThing(Creating creating) throws Exception {
        var visitor = visitor(creating);
        var form = form(creating, visitor);
        int before = count(creating);
        var together = new CyclicBarrier(2);
        Callable<Answer> send = () -> {
            together.await();
            return visitor.post(form.action(), form.encoded());
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(send);
            var other = threads.submit(send);
            assertThat(List.of(one.get().status(), other.get().status()))
                    .allSatisfy(status -> assertThat(status).isIn(200, 302, 409))
                    .anySatisfy(status -> assertThat(status).isIn(200, 302));
        }
        assertThat(count(creating)).isEqualTo(before + 1);
    }

    @Test
    void afterwardsItLeadsToTheSame() {
        var creating = new Creating(
                "/account/applications/new", "/account/applications", Map.of("name", "Sent again"), "application");
        var visitor = visitor(creating);
        var form = form(creating, visitor);
        var first = visitor.post(form.action(), form.encoded());
        assertThat(first.status()).isEqualTo(302);
        assertThat(visitor.post(form.action(), form.encoded()).location()).isEqualTo(first.location());
        var another = form.with("name", "Something else");
        assertThat(visitor.post(another.action(), another.encoded()).location()).isNotEqualTo(first.location());
    }

    @Test
    void aSecretIsNotMadeTwiceAndThePageSaysSo() {
        var creating = new Creating(
                "/account/users/new",
                "/account/users",
                Map.of("firstName", "Zoé", "lastName", "Once", "signInName", "once" + UNIQUE + "@contoso.example"),
                "membership");
        var visitor = visitor(creating);
        var form = form(creating, visitor);
        assertThat(visitor.post(form.action(), form.encoded()).status()).isEqualTo(200);
        var second = visitor.post(form.action(), form.encoded());
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).containsPattern("done once|traité une seule");
    }

    @Test
    void aRefusedFormCanBeSentAgain() {
        var creating =
                new Creating("/account/applications/new", "/account/applications", Map.of("name", ""), "application");
        var visitor = visitor(creating);
        var form = form(creating, visitor);
        assertThat(visitor.post(form.action(), form.encoded()).status()).isEqualTo(422);
        assertThat(visitor.post(form.action(), form.encoded()).status()).isEqualTo(422);
    }

    @Test
    void everyFormHasANumber() {
        assertThat(pages.all().values())
                .hasSizeGreaterThan(30)
                .allSatisfy(shown ->
                        assertThat(UUID.fromString(shown.form().value("_once"))).isNotNull());
    }

    private Visitor visitor(Creating creating) {
        return town.person(Things.owner(route(creating.page()), House.CONTOSO));
    }

    private PageForm form(Creating creating, Visitor visitor) {
        var page = visitor.get(address(creating.page()));
        var form = PageForm.of(page.body()).stream()
                .filter(one -> one.action().equals(address(creating.action())))
                .findFirst()
                .orElseThrow();
        for (var field : creating.typed().entrySet()) {
            form = form.with(field.getKey(), field.getValue());
        }
        return form;
    }

    private String address(String pattern) {
        return pattern.contains("{") ? route(pattern).address(things.of(route(pattern), House.CONTOSO)) : pattern;
    }

    private Route route(String pattern) {
        return Objects.requireNonNull(routes.all().stream()
                .filter(route -> route.pattern().equals(pattern))
                .findFirst()
                .orElse(null));
    }

    private int count(Creating creating) {
        return jdbc.sql("select count(*) from " + creating.made())
                .query(Integer.class)
                .single();
    }
}
