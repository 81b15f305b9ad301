package io.palier.support;

import static io.palier.order.OrderWorld.as;
import static io.palier.support.SupportWorld.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.palier.PalierTest;
import io.palier.identity.Role;
import io.palier.identity.Viewer;
import io.palier.order.OrderWorld;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of service requests: lists, the form, one with its timeline. */
@PalierTest
@Import({OrderWorld.class, SupportWorld.class})
class ServiceRequestPagesTests {
    private static final Map<String, String> FORM = Map.of(
            "topic", "USERS",
            "title", "Nobody can sign in",
            "description", "Since this morning.",
            "severity", "CRITICAL",
            "firstName", "Ada",
            "lastName", "Morel",
            "email", "ada@lakeside.example",
            "phone", "+33 1 23 45 67 89");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SupportWorld world;

    @Autowired
    ServiceRequests requests;

    @Test
    void asksAboutACustomerAndShowsWhatBecameOfIt() {
        var scene = world.scene();
        var list = "/customers/" + scene.relationship() + "/service-requests";
        assertThat(get(scene.reseller(), list))
                .hasStatusOk()
                .bodyText()
                .contains("No service requests yet", "begin with New request", list + "/new");
        assertThat(get(scene.reseller(), list + "/new"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Contoso Distribution answers",
                        "the customer does not",
                        "First response within 2 hours.",
                        "First response within 4 hours.",
                        "First response within 8 hours.",
                        "value=\"Camille\"",
                        "value=\"" + scene.reseller().signInName() + "\"");
        var asked = post(scene.reseller(), list + "/new", FORM);
        assertThat(asked).hasStatus3xxRedirection();
        var page = location(asked);
        assertThat(get(scene.provider(), page))
                .hasStatusOk()
                .bodyText()
                .contains("Nobody can sign in", "Since this morning.", "A · Critical", "+33 1 23 45 67 89", "Due by");
        assertThat(get(scene.provider(), list)).bodyText().contains("Nobody can sign in", "Export service requests");
        assertThat(get(scene.provider(), "/service-requests")).bodyText().contains("Nobody can sign in", list);
        assertThat(get(scene.customer(), "/service-requests")).bodyText().doesNotContain("Nobody can sign in");
        assertThat(get(world.scene().provider(), page)).hasStatus(404);
    }

    @Test
    void aRefusedFormKeepsWhatWasTyped() {
        var scene = world.scene();
        var form = "/customers/" + scene.relationship() + "/service-requests/new";
        for (var missing :
                new String[] {"topic", "title", "description", "severity", "firstName", "lastName", "email"}) {
            var typed = new HashMap<>(FORM);
            typed.put(missing, "");
            assertThat(post(scene.provider(), form, typed))
                    .as(missing)
                    .hasStatus(422)
                    .bodyText()
                    .contains("href=\"#" + missing + "\"", "value=\"+33 1 23 45 67 89\"");
        }
        var typed = new HashMap<>(FORM);
        typed.put("phone", "12");
        assertThat(post(scene.provider(), form, typed))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"phone-note\"");
    }

    @Test
    void bothSidesWriteUntilOneOfThemCloses() {
        var scene = world.scene();
        var seen = requests.open(scene.customer(), scene.relationship(), wanted("A question"));
        var page = "/service-requests/" + seen.id();
        assertThat(get(scene.customer(), page)).bodyText().doesNotContain("wait for an answer");
        assertThat(get(scene.provider(), page)).bodyText().contains("Add note and wait for an answer");
        assertThat(post(scene.provider(), page + "/notes", note("0", "Which device?", "attention_needed")))
                .hasStatus3xxRedirection();
        assertThat(get(scene.customer(), page))
                .bodyText()
                .contains(
                        "Attention needed", "Contoso Distribution waits for your answer.", "Which device?", "In time");
        assertThat(post(scene.customer(), page + "/notes", note("1", "Mine.", "")))
                .hasStatus3xxRedirection();
        assertThat(post(scene.provider(), page + "/notes", note("2", "", ""))).hasStatus(422);
        assertThat(post(scene.provider(), page + "/notes", note("1", "Kept text", "closed")))
                .hasStatus(409)
                .bodyText()
                .contains("Kept text", "Mine.");
        assertThat(post(scene.customer(), page + "/notes", note("2", "", "closed")))
                .hasStatus3xxRedirection();
        assertThat(get(scene.provider(), page)).bodyText().contains("A note reopens it", "Add note and reopen");
        assertThat(post(scene.provider(), page + "/notes", note("3", "Is it really?", "")))
                .hasStatus3xxRedirection();
        assertThat(get(scene.customer(), page)).bodyText().contains("Reopened", "Is it really?");
    }

    private static Map<String, String> note(String version, String text, String status) {
        return Map.of("version", version, "text", text, "status", status);
    }

    @Test
    void saysWhySomebodyCannotWrite() {
        var scene = world.scene();
        var seen = requests.open(scene.reseller(), scene.relationship(), wanted("Read only"));
        var sales = world.person(scene.provider().organization(), Role.SALES_AGENT);
        assertThat(get(sales, "/service-requests/" + seen.id()))
                .hasStatusOk()
                .bodyText()
                .contains("Needs the right “Open and answer service requests”, which these roles have:");
        assertThat(post(sales, "/service-requests/" + seen.id() + "/notes", note("0", "Hello", "")))
                .hasStatus(403);
        var list = "/customers/" + scene.relationship() + "/service-requests";
        assertThat(get(sales, list)).bodyText().contains("disabled", "which these roles have:");
        assertThat(get(sales, list + "/new")).hasStatus(403);
        var userAdmin = world.person(scene.provider().organization(), Role.USER_ADMIN);
        assertThat(get(userAdmin, list)).hasStatus(403);
        assertThat(get(userAdmin, "/customers/" + scene.relationship()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(list);
    }

    @Test
    void everybodyOfAPartnerAsksTheOperator() {
        var operator = world.operator();
        var scene = world.scene();
        var billing = world.person(scene.reseller().organization(), Role.BILLING_ADMIN);
        assertThat(get(billing, "/")).bodyText().contains("href=\"/service-requests\"");
        assertThat(get(billing, "/service-requests")).hasStatusOk().bodyText().contains("Ask the operator");
        var asked = post(billing, "/service-requests/new", FORM);
        assertThat(asked).hasStatus3xxRedirection();
        var page = location(asked);
        assertThat(get(operator, page)).hasStatusOk().bodyText().contains("Nobody can sign in");
        assertThat(get(operator, "/service-requests")).bodyText().contains("Nobody can sign in");
        assertThat(get(scene.provider(), page)).hasStatus(404);
    }

    @Test
    void aCustomerChoosesWhoAnswers() {
        var scene = world.scene();
        var supported = world.subscription(scene, scene.reseller().organization());
        var form = "/customers/" + scene.relationship() + "/service-requests/new";
        assertThat(get(scene.customer(), form + "?subscription=" + supported.id()))
                .hasStatusOk()
                .bodyText()
                .contains("Harbor Basic · answered by Fabrikam Services")
                .containsPattern("value=\"" + supported.id() + "\"[^>]*selected");
        var typed = new HashMap<>(FORM);
        typed.put("subscription", supported.id().toString());
        var page = location(post(scene.customer(), form, typed));
        assertThat(get(scene.reseller(), page)).bodyText().contains("Harbor Basic", "Add note and wait for an answer");
        typed.put("subscription", "nonsense");
        assertThat(post(scene.customer(), form, typed))
                .hasStatus(422)
                .bodyText()
                .contains("Choose one of the customer’s subscriptions.");
        assertThat(get(scene.customer(), "/service-requests"))
                .bodyText()
                .contains("/customers/" + scene.relationship() + "/service-requests/new");
    }

    @Test
    void findsAndExports() {
        var scene = world.scene();
        var seen = requests.open(scene.reseller(), scene.relationship(), wanted("=Formula"));
        for (var query : new String[] {
            "search=formula",
            "search=northwind",
            "search=" + seen.number(),
            "status=open&severity=moderate",
            "side=handling",
            "status=what&severity=ever"
        }) {
            assertThat(get(scene.provider(), "/service-requests?" + query))
                    .as(query)
                    .bodyText()
                    .contains(seen.number());
        }
        for (var query : new String[] {"search=nowhere", "status=closed", "severity=critical", "side=asking"}) {
            assertThat(get(scene.provider(), "/service-requests?" + query))
                    .as(query)
                    .bodyText()
                    .contains("No service request found");
        }
        assertThat(get(scene.provider(), "/service-requests/export.csv?status=open"))
                .bodyText()
                .contains("Number,Title,Customer,Topic", seen.number() + ",'=Formula,Northwind Traders");
        assertThat(get(scene.reseller(), "/customers/" + scene.relationship() + "/service-requests/export.csv"))
                .bodyText()
                .contains(seen.number());
    }

    private static String location(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult get(Viewer viewer, String uri) {
        return mvc.get().uri(uri).with(as(viewer)).exchange();
    }

    private MvcTestResult post(Viewer viewer, String uri, Map<String, String> form) {
        var request = mvc.post().uri(uri).with(as(viewer)).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}
