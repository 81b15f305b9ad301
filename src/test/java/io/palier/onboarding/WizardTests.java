package io.palier.onboarding;

import static io.palier.onboarding.WizardWorld.account;
import static io.palier.onboarding.WizardWorld.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.palier.PalierTest;
import io.palier.identity.Role;
import io.palier.organization.OrganizationId;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@PalierTest
@Import(WizardWorld.class)
class WizardTests {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern PASSWORD = Pattern.compile("id=\"setup-password\"[^>]*value=\"([^\"]+)\"");

    /** Business time: other tests may have moved it forward. */
    @Autowired
    Clock clock;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    WizardWorld world;

    @Autowired
    JdbcClient jdbc;

    private OrganizationId provider;
    private RequestPostProcessor admin;

    @BeforeEach
    void someProvider() {
        provider = world.provider();
        admin = world.person(provider, Role.GLOBAL_ADMIN);
    }

    @Test
    void leadsFromTheResellersRowToTheCustomerWithItsOrder() {
        var reseller = world.partnerOf(provider);
        var offer = world.offer().value();
        var draft = draft(get("/customers/new?reseller=" + reseller));
        assertThat(get(draft + "/account"))
                .bodyText()
                .contains("Fabrikam Services will manage", "selected=\"selected\"");
        var prefix = unique();
        var fields = account(prefix);
        fields.put("reseller", reseller.toString());
        assertThat(post(draft + "/account", fields))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(draft + "/subscriptions");
        assertThat(get(draft + "/subscriptions?q=wizard"))
                .hasStatusOk()
                .bodyText()
                .contains("Wizard Office");
        assertThat(post(draft + "/subscriptions", Map.of("add", offer))).hasStatus3xxRedirection();
        assertThat(post(draft + "/subscriptions", Map.of("line", offer, "quantity", "4", "update", "yes")))
                .hasStatus3xxRedirection();
        assertThat(get(draft + "/subscriptions")).bodyText().contains("€50.00");
        assertThat(post(draft + "/subscriptions", Map.of("line", offer, "quantity", "5", "next", "yes")))
                .hasRedirectedUrl(draft + "/review");
        var review = get(draft + "/review");
        assertThat(review)
                .bodyText()
                .contains(
                        "Northwind " + prefix,
                        "Wizard Office",
                        "€62.50",
                        "Fabrikam Services",
                        "nora@northwind.example");
        var answer = submit(draft, review);
        assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "no-store");
        assertThat(answer).bodyText().contains("Setup info", "admin@" + prefix + ".onpalier.example", "?added=");
        assertThat(customers()).isEqualTo(1);
        assertThat(orders()).isEqualTo(1);
        assertThat(creditedTo(reseller)).isEqualTo(1);

        var password = find(PASSWORD, body(answer));
        for (var again : new MvcTestResult[] {
            submit(draft, review), get(draft + "/submit"), get(draft + "/confirmation"), get(draft + "/review")
        }) {
            assertThat(body(again)).doesNotContain(password);
        }
        assertThat(get(draft + "/confirmation")).bodyText().contains("shown once", "/users");
        assertThat(get(draft + "/review")).hasRedirectedUrl(draft + "/confirmation");
        assertThat(customers()).isEqualTo(1);
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void saysBeforeTheOffersThatTheAgreementIsMissing() {
        world.offer();
        var draft = draft(get("/customers/new"));
        var fields = account(unique());
        fields.put("agreement", "later");
        assertThat(post(draft + "/account", fields)).hasRedirectedUrl(draft + "/subscriptions");
        assertThat(get(draft + "/subscriptions?q=wizard"))
                .hasStatusOk()
                .bodyText()
                .contains("alert-warning", "Wizard Office")
                .doesNotContain("alert-danger");
    }

    @Test
    void anotherCountryAdaptsTheFieldsWithoutScriptAndKeepsWhatIsTyped() {
        var draft = draft(get("/customers/new"));
        var fields = account(unique());
        fields.put("address.country", "BE");
        fields.put("refresh", "yes");
        assertThat(post(draft + "/account", fields))
                .hasStatusOk()
                .bodyText()
                .contains("For example 1000", "nora@northwind.example");
    }

    @Test
    void submittingTwiceAtOnceAddsOneCustomer() throws Exception {
        var offer = world.offer().value();
        var draft = reviewed(unique(), offer);
        var review = get(draft + "/review");
        Callable<MvcTestResult> submit = () -> submit(draft, review);
        try (var both = Executors.newFixedThreadPool(2)) {
            var first = both.submit(submit);
            var second = both.submit(submit);
            assertThat((body(first.get()) + body(second.get())).split("id=\"setup-password\"", -1))
                    .hasSize(2);
            assertThat(first.get()).hasStatusOk();
            assertThat(second.get()).hasStatusOk();
        }
        assertThat(customers()).isEqualTo(1);
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedAtTheEndLeavesNothingBehind() {
        var prefix = unique();
        var offer = world.offer().value();
        var one = reviewed(prefix, offer);
        var other = reviewed(prefix, offer);
        submit(one, get(one + "/review"));
        var review = get(other + "/review");
        assertThat(review).hasRedirectedUrl(other + "/account");
        assertThat(post(other + "/submit", Map.of("version", version(other))))
                .hasStatus(422)
                .bodyText()
                .contains("Northwind " + prefix);
        assertThat(customers()).isEqualTo(1);
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void submitsOnlyWhatWasReviewed() {
        var draft = reviewed(unique(), world.offer().value());
        var review = get(draft + "/review");
        post(draft + "/account/draft", Map.of("name", "Changed in another tab"));
        assertThat(submit(draft, review)).hasStatus(409).bodyText().contains("changed this meanwhile");
        assertThat(customers()).isZero();
    }

    @Test
    void namesEveryFieldThatIsWrongAndKeepsWhatWasTyped() {
        var draft = draft(get("/customers/new"));
        var fields = account("not a prefix!");
        fields.put("name", "");
        fields.put("address.postalCode", "4400");
        fields.put("email", "nobody");
        fields.put("acceptedOn", LocalDate.now(clock).plusDays(2).toString());
        var answer = post(draft + "/account", fields);
        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("not a prefix!", "4400", "nobody", "Letters and digits only");
        assertThat(body(answer).split("aria-invalid=\"true\"", -1).length - 1).isGreaterThanOrEqualTo(3);
        var future = account(unique());
        future.put("acceptedOn", LocalDate.now(clock).plusDays(2).toString());
        assertThat(post(draft + "/account", future)).hasStatus(422).bodyText().contains("acceptedOn");
        var abroad = account(unique());
        abroad.put("address.country", "US");
        abroad.put("address.postalCode", "98101");
        abroad.put("address.state", "WA");
        assertThat(post(draft + "/account", abroad)).hasStatus(422).bodyText().contains("your own region");
        var nul = account(unique());
        nul.put("name", "a\0b");
        assertThat(post(draft + "/account", nul)).hasStatus(422);
    }

    @Test
    void offersToResumeWhatWasLeftAndDropsItOnlyWhenToldTwice() {
        var draft = draft(get("/customers/new"));
        assertThat(draft(get("/customers/new"))).isEqualTo(draft);
        assertThat(post(draft + "/account/draft", Map.of("name", "Half a name", "domainPrefix", "half")))
                .hasStatus(204);
        assertThat(get("/customers/new")).hasStatusOk().bodyText().contains("Half a name", draft + "/account");
        assertThat(get(draft + "/account")).bodyText().contains("Half a name", "half");
        assertThat(get(draft + "/cancel")).hasStatusOk().bodyText().contains("Half a name");
        assertThat(get(draft + "/account")).hasStatusOk();
        assertThat(post(draft + "/cancel", Map.of())).hasRedirectedUrl("/customers");
        assertThat(get(draft + "/account")).hasStatus(410);
        assertThat(post(draft + "/submit", Map.of("version", "1"))).hasStatus(410);
        assertThat(customers()).isZero();
    }

    @Test
    void checksTheDomainWhileItIsTyped() {
        var prefix = unique();
        assertThat(get("/customers/new/domain?domainSuffix=onpalier.example&domainPrefix=" + prefix))
                .hasStatusOk()
                .bodyText()
                .contains(prefix + ".onpalier.example is available")
                .doesNotContain("<html");
        assertThat(get("/customers/new/domain?domainSuffix=onpalier.example&domainPrefix=a-b"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("available");
    }

    @Test
    void keepsQuantitiesWithinTheOffersLimits() {
        var offer = world.offer().value();
        var draft = draft(get("/customers/new"));
        post(draft + "/account", account(unique()));
        post(draft + "/subscriptions", Map.of("add", offer));
        for (var wrong : new String[] {"0", "-1", "many", "99999999", ""}) {
            assertThat(post(draft + "/subscriptions", Map.of("line", offer, "quantity", wrong, "next", "yes")))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Enter a whole number from", "value=\"" + wrong + "\"");
        }
        assertThat(post(draft + "/subscriptions/draft", Map.of("line", offer, "quantity", "2")))
                .hasStatusOk()
                .bodyText()
                .contains("€25.00")
                .doesNotContain("<html");
        post(draft + "/subscriptions", Map.of("remove", offer));
        assertThat(get(draft + "/subscriptions")).bodyText().contains("Nothing is chosen yet");
    }

    @Test
    void ordersNothingBeforeTheAgreementIsAccepted() {
        var offer = world.offer().value();
        var draft = draft(get("/customers/new"));
        var fields = account(unique());
        fields.put("agreement", "later");
        fields.put("acceptedOn", "");
        post(draft + "/account", fields);
        post(draft + "/subscriptions", Map.of("add", offer));
        assertThat(post(draft + "/subscriptions", Map.of("line", offer, "quantity", "1", "next", "yes")))
                .hasStatus(422)
                .bodyText()
                .contains("not accepted the customer agreement");
        post(draft + "/subscriptions", Map.of("remove", offer));
        assertThat(post(draft + "/subscriptions", Map.of("next", "yes"))).hasRedirectedUrl(draft + "/review");
        assertThat(submit(draft, get(draft + "/review"))).hasStatusOk();
        assertThat(customers()).isEqualTo(1);
        assertThat(orders()).isZero();
    }

    @Test
    void aDraftIsItsOwnersOnly() {
        var draft = draft(get("/customers/new"));
        var colleague = world.person(provider, Role.GLOBAL_ADMIN);
        for (var page : new String[] {"/account", "/subscriptions", "/review", "/cancel", "/confirmation"}) {
            assertThat(mvc.get().uri(draft + page).with(colleague)).hasStatus(404);
        }
        assertThat(mvc.get()
                        .uri("/customers/new/" + DraftId.next() + "/account")
                        .with(admin))
                .hasStatus(404);
        assertThat(mvc.get().uri("/customers/new").with(world.person(provider, Role.HELPDESK_AGENT)))
                .hasStatus(403)
                .bodyText()
                .contains("Add customers");
        var reseller = world.partnerOf(provider);
        assertThat(mvc.get().uri("/customers/new").with(world.person(reseller, Role.GLOBAL_ADMIN)))
                .hasStatus(403);
        assertThat(get("/customers/new?reseller=" + world.partnerOf(world.provider())))
                .hasStatus(404);
    }

    @Test
    void aStepSentWithoutASessionArrivesAfterTheSignIn() {
        var name = unique() + "@people.example";
        admin = world.person(provider, name, Role.GLOBAL_ADMIN);
        var draft = draft(get("/customers/new"));
        var prefix = unique();
        var step = mvc.post().uri(draft + "/account").with(csrf());
        account(prefix).forEach(step::param);
        var lost = step.exchange();
        assertThat(lost).hasStatus3xxRedirection().redirectedUrl().endsWith("/sign-in");
        var signedIn = mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .cookie(session(lost))
                .param("username", name)
                .param("password", "Palier-demo-1")
                .exchange();
        var back = Objects.requireNonNull(signedIn.getResponse().getRedirectedUrl());
        assertThat(back).contains(draft + "/account");
        assertThat(mvc.get().uri(URI.create(back)).cookie(session(signedIn)))
                .hasRedirectedUrl(draft + "/subscriptions");
        assertThat(get(draft + "/account")).bodyText().contains("Northwind " + prefix);
        assertThat(mvc.post().uri(draft + "/account/draft").with(csrf()).header("HX-Request", "true"))
                .hasStatus(401);
    }

    private static Cookie session(MvcTestResult result) {
        var cookies = Arrays.asList(result.getResponse().getCookies());
        return cookies.stream()
                .filter(cookie -> cookie.getName().toLowerCase(Locale.ROOT).contains("session"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No session among "
                        + cookies.stream().map(Cookie::getName).toList()));
    }

    private String reviewed(String prefix, String offer) {
        var draft =
                draft(mvc.post().uri("/customers/new").with(admin).with(csrf()).exchange());
        assertThat(post(draft + "/account", account(prefix))).hasRedirectedUrl(draft + "/subscriptions");
        post(draft + "/subscriptions", Map.of("add", offer));
        assertThat(post(draft + "/subscriptions", Map.of("line", offer, "quantity", "3", "next", "yes")))
                .hasRedirectedUrl(draft + "/review");
        return draft;
    }

    private MvcTestResult submit(String draft, MvcTestResult review) {
        return post(draft + "/submit", Map.of("version", find(VERSION, body(review))));
    }

    private String version(String draft) {
        return jdbc.sql("select version::text from wizard_draft where id = :id::uuid")
                .param("id", draft.substring(draft.lastIndexOf('/') + 1))
                .query((row, n) -> row.getString(1))
                .single();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(admin).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(admin).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private static String draft(MvcTestResult begun) {
        var address = Objects.requireNonNull(begun.getResponse().getRedirectedUrl());
        return address.substring(0, address.lastIndexOf('/'));
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String find(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        return Objects.requireNonNull(found.group(1));
    }

    private long customers() {
        return count("select count(*) from customer_relationship_view where provider_id = :id", provider);
    }

    private long orders() {
        return count("select count(*) from order_view where provider_id = :id", provider);
    }

    private long creditedTo(OrganizationId reseller) {
        return count("select count(*) from partner_of_record where organization_id = :id", reseller);
    }

    private long count(String sql, OrganizationId id) {
        return jdbc.sql(sql).param("id", id.value()).query(Long.class).single();
    }
}
