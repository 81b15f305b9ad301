package io.palier.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import io.palier.People;
import io.palier.People.Person;
import io.palier.application.PalierServer;
import io.palier.application.TestBrowser;
import io.palier.application.TokenWorld;
import io.palier.identity.domain.OneTimeCodes;
import io.palier.organization.OrganizationKind;
import io.palier.platform.Installation;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Setting a second factor up, signing in with it, losing it. */
@PalierServer
class SecondFactorPagesTests {
    @Autowired
    TokenWorld world;

    @Autowired
    Installation installation;

    @Autowired
    JdbcClient jdbc;

    private Person person;
    private TestBrowser browser;

    @BeforeEach
    void signIn() {
        person = world.people.provider(Role.GLOBAL_ADMIN);
        browser = signedIn(person);
    }

    @Test
    void asksForACodeAfterThePassword() {
        var device = TestDevice.setUp(browser);
        var other = new TestBrowser(world);

        assertThat(other.signIn(person)).endsWith("/sign-in/code");
        assertThat(TestBrowser.location(other.get("/account/users"))).endsWith("/sign-in");
        other.get("/sign-in/code");
        assertThat(enter(other, device.wrongCode()).statusCode()).isEqualTo(422);
        assertThat(enter(other, "123").statusCode()).isEqualTo(422);
        assertThat(enter(other, "x".repeat(500)).statusCode()).isEqualTo(422);

        assertThat(enter(other, device.code()).statusCode()).isEqualTo(302);
        assertThat(other.get("/account/users").statusCode()).isEqualTo(200);
    }

    @Test
    void leadsToWhereThePersonWasGoing() {
        var device = TestDevice.setUp(browser);
        var other = new TestBrowser(world);
        other.get("/account/users");
        other.signIn(person);
        other.get("/sign-in/code");

        assertThat(TestBrowser.location(enter(other, device.code()))).contains("/account/users");
    }

    @Test
    void asksNobodyWhoSetNothingUp() {
        TestDevice.begin(browser);

        assertThat(new TestBrowser(world).signIn(person)).doesNotContain("/sign-in/code");
    }

    @Test
    void knowsNoCodeStepWithoutAPassword() {
        assertThat(TestBrowser.location(new TestBrowser(world).get("/sign-in/code")))
                .endsWith("/sign-in");
        var stranger = new TestBrowser(world);
        stranger.get("/sign-in");
        assertThat(TestBrowser.location(enter(stranger, "123456"))).endsWith("/sign-in");
    }

    @Test
    void takesNoCodeTwice() {
        var device = TestDevice.setUp(browser);
        var code = device.code();
        assertThat(enter(half(person), code).statusCode()).isEqualTo(302);

        assertThat(enter(half(person), code).statusCode()).isEqualTo(422);
    }

    @Test
    void takesEachRecoveryCodeOnce() {
        var device = TestDevice.setUp(browser);
        assertThat(device.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        var code = device.recoveryCodes().getFirst();

        assertThat(enter(half(person), code.toUpperCase(Locale.ROOT).replace("-", " "))
                        .statusCode())
                .isEqualTo(302);

        assertThat(enter(half(person), code).statusCode()).isEqualTo(422);
        assertThat(browser.get(TestDevice.PAGE).body()).contains("<dd>9</dd>");
        assertThat(audited("user.recovery-code-used")).isEqualTo(1);
    }

    @Test
    void slowsGuessingDownAlsoForTheRightCode() {
        var device = TestDevice.setUp(browser);
        var other = half(person);
        for (int i = 0; i < 5; i++) {
            jdbc.sql("update sign_in_failure set locked_until = null where subject like '%' || :account || '%'")
                    .param("account", person.account().toString())
                    .update();
            assertThat(enter(other, device.wrongCode()).statusCode()).isEqualTo(422);
        }

        var answer = enter(other, device.code());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Retry-After").map(Integer::parseInt))
                .get()
                .satisfies(seconds -> assertThat(seconds).isBetween(30, 61));
        assertThat(enter(half(person), device.recoveryCodes().getFirst()).statusCode())
                .isEqualTo(422);
    }

    @Test
    void countsGuessesOnTheSettingsPageToo() {
        var device = TestDevice.setUp(browser);
        browser.get(TestDevice.PAGE);
        for (int i = 0; i < 5; i++) {
            browser.post(TestDevice.PAGE + "/removal", "code", device.wrongCode());
        }

        assertThat(browser.post(TestDevice.PAGE + "/removal", "code", device.code())
                        .body())
                .contains("Too many wrong codes.");
    }

    @Test
    void keepsTheSeedSealedAndTheRecoveryCodesHashed() {
        var device = TestDevice.setUp(browser);

        var seed = jdbc.sql("select seed from second_factor where account_id = :account")
                .param("account", person.account().value())
                .query((row, n) -> row.getBytes(1))
                .single();
        var hashes = jdbc.sql("select hash from recovery_code where account_id = :account")
                .param("account", person.account().value())
                .query(String.class)
                .list();

        assertThat(new String(seed, ISO_8859_1)).doesNotContain(new String(device.seed(), ISO_8859_1));
        assertThat(hashes).hasSize(10).allSatisfy(hash -> assertThat(hash).hasSize(64));
        assertThat(audited("user.second-factor-on")).isEqualTo(1);
    }

    @Test
    void showsTheKeyOnlyUntilItCountsAndTheCodesOnce() {
        var device = TestDevice.begin(browser);
        assertThat(browser.get(TestDevice.PAGE).headers().firstValue("Cache-Control"))
                .contains("no-store");
        assertThat(browser.get(TestDevice.PAGE + "/key.svg").statusCode()).isEqualTo(200);
        browser.get(TestDevice.PAGE);

        var shown = browser.post(TestDevice.PAGE + "/confirmation", "code", device.code());
        device.keep(shown.body());

        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        var later = browser.get(TestDevice.PAGE).body();
        assertThat(later).contains("<dd>10</dd>").doesNotContain(device.recoveryCodes());
        assertThat(later).doesNotContain("device-key");
        assertThat(browser.get(TestDevice.PAGE + "/key.svg").statusCode()).isEqualTo(404);
    }

    @Test
    void drawsAPictureThatDevicesRead() throws Exception {
        var device = TestDevice.begin(browser);

        var picture = browser.get(TestDevice.PAGE + "/key.svg");

        assertThat(picture.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(new Decoder().decode(modules(picture.body())).getText())
                .isEqualTo("otpauth://totp/Palier:" + person.signInName().replace("@", "%40") + "?secret="
                        + OneTimeCodes.text(device.seed()) + "&issuer=Palier&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void endsOtherSessionsWhenTurnedOn() {
        var elsewhere = signedIn(person);
        assertThat(elsewhere.get("/account/users").statusCode()).isEqualTo(200);

        TestDevice.setUp(browser);

        assertThat(elsewhere.get("/account/users").statusCode()).isEqualTo(302);
        assertThat(browser.get("/account/users").statusCode()).isEqualTo(200);
    }

    @Test
    void isNotTurnedOnByAWrongCode() {
        var device = TestDevice.begin(browser);

        var answer = browser.post(TestDevice.PAGE + "/confirmation", "code", device.wrongCode());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new TestBrowser(world).signIn(person)).doesNotContain("/sign-in/code");
    }

    @Test
    void isTurnedOffWithACodeOnly() {
        var device = TestDevice.setUp(browser);
        browser.get(TestDevice.PAGE);
        assertThat(browser.post(TestDevice.PAGE + "/removal", "code", device.wrongCode())
                        .statusCode())
                .isEqualTo(422);

        assertThat(browser.post(TestDevice.PAGE + "/removal", "code", device.code())
                        .statusCode())
                .isEqualTo(302);

        assertThat(new TestBrowser(world).signIn(person)).doesNotContain("/sign-in/code");
        assertThat(audited("user.second-factor-off")).isEqualTo(1);
    }

    @Test
    void givesNewRecoveryCodesInPlaceOfTheFormerOnes() {
        var device = TestDevice.setUp(browser);
        var former = device.recoveryCodes().getFirst();
        browser.get(TestDevice.PAGE);

        device.keep(browser.post(TestDevice.PAGE + "/recovery-codes", "code", device.code())
                .body());

        assertThat(device.recoveryCodes()).hasSize(10).doesNotContain(former);
        assertThat(enter(half(person), former).statusCode()).isEqualTo(422);
        assertThat(enter(half(person), device.recoveryCodes().getFirst()).statusCode())
                .isEqualTo(302);
    }

    @Test
    void isResetByAGlobalAdminOfTheOrganization() {
        var colleague = world.people.in(person.organization(), Role.SALES_AGENT);
        var theirs = signedIn(colleague);
        TestDevice.setUp(theirs);

        assertThat(reset(browser, colleague).statusCode()).isEqualTo(302);

        assertThat(new TestBrowser(world).signIn(colleague)).doesNotContain("/sign-in/code");
        assertThat(theirs.get("/account/second-factor").statusCode()).isEqualTo(302);
        assertThat(audited("user.second-factor-reset")).isEqualTo(1);
        assertThat(reset(browser, colleague).statusCode()).isEqualTo(409);
    }

    @Test
    void isResetByNobodyElse() {
        TestDevice.setUp(browser);
        var userAdmin = signedIn(world.people.in(person.organization(), Role.USER_ADMIN));
        var stranger = signedIn(world.people.provider(Role.GLOBAL_ADMIN));

        assertThat(reset(userAdmin, person).statusCode()).isEqualTo(403);
        assertThat(reset(stranger, person).statusCode()).isEqualTo(404);
        assertThat(reset(browser, person).statusCode()).isEqualTo(409);
        assertThat(new TestBrowser(world).signIn(person)).endsWith("/sign-in/code");
    }

    @Test
    void isRequiredFromPartnersWhereTheOperatorSaysSo() {
        var customer = signedIn(world.people.of(OrganizationKind.CUSTOMER, Role.GLOBAL_ADMIN));
        require(true);
        try {
            assertThat(TestBrowser.location(browser.get("/account/users"))).endsWith(TestDevice.PAGE);
            assertThat(customer.get("/account/users").statusCode()).isEqualTo(200);

            var device = TestDevice.setUp(browser);

            assertThat(browser.get("/account/users").statusCode()).isEqualTo(200);
            browser.get(TestDevice.PAGE);
            assertThat(browser.post(TestDevice.PAGE + "/removal", "code", device.code())
                            .statusCode())
                    .isEqualTo(422);
        } finally {
            require(false);
        }
    }

    @Test
    void staysUsedAfterAPasswordChangeAndIsShownToColleagues() {
        var device = TestDevice.setUp(browser);
        require(true);
        try {
            browser.get("/password");
            browser.post(
                    "/password",
                    "current",
                    People.PASSWORD,
                    "wanted",
                    "another password of mine",
                    "repeated",
                    "another password of mine");

            assertThat(browser.get("/account/users/" + person.membership()).body())
                    .contains("Second factor on");
            assertThat(device.recoveryCodes()).hasSize(10);
        } finally {
            require(false);
        }
    }

    private TestBrowser signedIn(Person who) {
        var fresh = new TestBrowser(world);
        fresh.signIn(who);
        fresh.get("/account/users");
        return fresh;
    }

    /** A browser that stands before the question for a code. */
    private TestBrowser half(Person who) {
        var fresh = new TestBrowser(world);
        fresh.signIn(who);
        fresh.get("/sign-in/code");
        return fresh;
    }

    private static HttpResponse<String> enter(TestBrowser browser, String code) {
        return browser.post("/sign-in/code", "code", code);
    }

    private static HttpResponse<String> reset(TestBrowser by, Person whose) {
        by.get("/account/users");
        return by.post("/account/users/" + whose.membership() + "/second-factor/removal");
    }

    private void require(boolean required) {
        jdbc.sql("update installation set second_factor_for_partners = :required")
                .param("required", required)
                .update();
        assertThat(installation.settings().secondFactorForPartners()).isEqualTo(required);
    }

    private int audited(String kind) {
        return jdbc.sql("select count(*) from audit_record where kind = :kind and owner_id = :organization")
                .param("kind", kind)
                .param("organization", person.organization().value())
                .query(Integer.class)
                .single();
    }

    /** The picture's dark squares, without the white around them. */
    private static BitMatrix modules(String svg) {
        var box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        var matrix = new BitMatrix(Integer.parseInt(box.group(1)) - 8);
        var square = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (square.find()) {
            matrix.set(Integer.parseInt(square.group(1)) - 4, Integer.parseInt(square.group(2)) - 4);
        }
        return matrix;
    }
}
