package io.palier.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.routes.Things.House;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every answer has, whatever was asked: strict headers, a language, nothing of the machinery. */
@DemoServer
class EveryAnswerTests {
    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]* src=)[^>]*>|<style|\\sstyle=\"|\\son[a-z]+=\"|javascript:", Pattern.CASE_INSENSITIVE);
    private static final Pattern MACHINERY =
            Pattern.compile("\\tat [a-z]+\\.|java\\.lang|org\\.springframework|io\\.palier\\.|PSQL|select .* from ");

    @Autowired
    Routes routes;

    @Autowired
    Things things;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    private final List<String> faults = new ArrayList<>();

    @Test
    void pagesAndRefusalsAlikeAreStrict() {
        for (var route : routes.all()) {
            var visitor = town.person(Things.owner(route, House.CONTOSO));
            var address = route.address(things.of(route, House.CONTOSO));
            check(route + " by a stranger", town.stranger().get(address));
            if (route.isPost()) {
                check(route + " without token", visitor.raw(address, "version=1"));
                check(route + " empty", visitor.post(address, "version=999"));
            } else {
                check(route.toString(), visitor.get(address));
            }
        }
        check("no such page", town.stranger().get("/no-such-page"));
        check("no such page", town.person("admin@contoso.example").get("/no-such-page"));
        check("wrong method", town.person("admin@contoso.example").post("/customers/export.csv", ""));
        check("bad address", town.stranger().get("/customers/%2e%2e/x"));
        check("sign-in refused", town.stranger().post("/sign-in", Map.of("username", "nobody", "password", "x")));
        assertThat(faults).isEmpty();
    }

    @Test
    void aFailureSaysNothingOfItself() {
        // Other tests send the form that changes it.
        jdbc.sql("update account set language = 'fr' where sign_in_name = 'admin@contoso.example'")
                .update();
        var answer = town.person("admin@contoso.example").get(BrokenPage.ADDRESS);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("<html lang=\"fr\"", "Rien n’a été enregistré à moitié");
        check("a failure", answer);
        assertThat(faults).isEmpty();
    }

    @Test
    void aFormWithoutItsTokenIsRefusedWithAPageThatSaysWhatToDo() {
        jdbc.sql("update account set language = 'en' where sign_in_name = 'admin@wingtip.example'")
                .update();
        var answer = town.person("admin@wingtip.example").raw("/account/profile", "version=1");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("<html lang=\"en\"", "This form is too old", "reload the page");
    }

    @Test
    void onlyFilesThatAreTheSameForAllAreKept() {
        for (var file : List.of("/css/plain.css", "/images/palier.svg")) {
            var answer = town.stranger().get(file);
            assertThat(answer.status()).as(file).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).as(file).contains("max-age=");
            assertThat(answer.header("X-Content-Type-Options")).as(file).isEqualTo("nosniff");
            assertThat(answer.header("Set-Cookie")).as(file).isEmpty();
        }
    }

    private void check(String what, Answer answer) {
        headers(what, answer);
        if (MACHINERY.matcher(answer.body()).find()) {
            faults.add(what + " shows its machinery: " + answer.status());
        }
        if (answer.header("Content-Type").startsWith("text/html")) {
            page(what, answer);
        }
    }

    private void headers(String what, Answer answer) {
        expect(what, answer, "X-Content-Type-Options", "nosniff");
        expect(what, answer, "X-Frame-Options", "DENY");
        expect(what, answer, "Cache-Control", "no-store");
        expect(what, answer, "Content-Security-Policy", "default-src 'none'");
        expect(what, answer, "Content-Security-Policy", "frame-ancestors 'none'");
        if (answer.header("Content-Security-Policy").contains("unsafe")) {
            faults.add(what + " is unsafe");
        }
        expect(what, answer, "Referrer-Policy", "");
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            if (!cookie.contains("HttpOnly") || !cookie.contains("SameSite=")) {
                faults.add(what + " sets " + cookie);
            }
        }
    }

    private void expect(String what, Answer answer, String header, String content) {
        var sent = answer.header(header);
        if (sent.isEmpty() || !sent.contains(content)) {
            faults.add(what + " answers " + answer.status() + " with " + header + ": " + sent);
        }
    }

    private void page(String what, Answer answer) {
        var inline = INLINE.matcher(answer.body());
        if (inline.find()) {
            faults.add(what + " has " + inline.group());
        }
        if (answer.body().contains("<html") && !answer.body().contains("<html lang=\"")) {
            faults.add(what + " does not say its language");
        }
    }
}
