package io.palier.application;

import static io.palier.application.TokenWorld.GRAPH;
import static io.palier.application.TokenWorld.PARTNER_CENTER;
import static io.palier.application.TokenWorld.claims;
import static io.palier.application.TokenWorld.form;
import static org.assertj.core.api.Assertions.assertThat;

import io.palier.People;
import io.palier.application.ApplicationView.Kind;
import io.palier.application.TokenWorld.Answer;
import io.palier.application.domain.Secret;
import io.palier.identity.NewUser;
import io.palier.identity.Role;
import io.palier.identity.TestDevice;
import io.palier.identity.Users;
import io.palier.organization.OrganizationKind;
import io.palier.shared.Actor;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens that a person lets an application have, from the sign-in on (accounts contract 1). */
@PalierServer
class UserTokensTests {
    @Autowired
    TokenWorld world;

    @Autowired
    AccessTokens tokens;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @Test
    void sayWhatTheContractAsksFor() throws Exception {
        var grant = confidential();

        var answer = grant.tokens();

        assertThat(answer.status()).isEqualTo(200);
        var claims = claims(answer.text("access_token"));
        assertThat(claims.getAudience()).containsExactly(PARTNER_CENTER);
        assertThat(claims.getIssuer()).endsWith("/" + grant.client.tenant() + "/v2.0");
        assertThat(claims.getStringClaim("tid")).isEqualTo(grant.client.tenant());
        assertThat(claims.getStringClaim("oid"))
                .isEqualTo(grant.person.membership().toString());
        assertThat(claims.getStringClaim("appid")).isEqualTo(grant.client.id().toString());
        assertThat(claims.getStringClaim("azp")).isEqualTo(grant.client.id().toString());
        assertThat(claims.getStringClaim("scp")).isEqualTo("user_impersonation");
        for (var name : List.of("upn", "unique_name", "preferred_username")) {
            assertThat(claims.getStringClaim(name)).isEqualTo(grant.person.signInName());
        }
        assertThat(claims.getStringListClaim("amr")).containsExactly("pwd");
        assertThat(claims.getClaims()).doesNotContainKeys("idtyp", "scope");
        assertThat(claims.getNotBeforeTime()).isNotNull();
        assertThat(claims.getExpirationTime()).isNotNull();
    }

    @Test
    void comeWithARefreshTokenAnIdTokenAndTheScope() throws Exception {
        var grant = confidential();

        var answer = grant.exchange(TestGrant.code(grant.allow(grant.authorize("nonce", "n1"))));

        assertThat(answer.text("token_type")).isEqualTo("Bearer");
        assertThat(answer.json().get("expires_in").isNumber()).isTrue();
        assertThat(answer.json().get("expires_in").asInt()).isEqualTo(3599);
        assertThat(answer.text("scope"))
                .isEqualTo(PARTNER_CENTER + "/user_impersonation openid profile offline_access");
        assertThat(answer.text("refresh_token")).isNotBlank();
        var id = claims(answer.text("id_token"));
        assertThat(id.getAudience()).containsExactly(grant.client.id().toString());
        assertThat(id.getStringClaim("nonce")).isEqualTo("n1");
        assertThat(id.getStringClaim("preferred_username")).isEqualTo(grant.person.signInName());
        assertThat(tokens.read(answer.text("id_token"))).isEmpty();
        assertThat(answer.whole().headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void comeWithoutARefreshTokenThatNobodyAskedFor() {
        var grant = confidential();
        var address = grant.authorize().replace("offline_access", "");

        var answer = grant.exchange(TestGrant.code(grant.allow(address)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().has("refresh_token")).isFalse();
    }

    @Test
    void areGivenInTheFirstDialectWithNumbersAsText() {
        var grant = confidential();
        var code = TestGrant.code(grant.allow(grant.authorizeFirst(PARTNER_CENTER)));

        var answer = world.post(
                "/" + grant.client.tenant() + "/oauth2/token",
                grant.request(
                        "authorization_code",
                        "resource",
                        PARTNER_CENTER,
                        "code",
                        code,
                        "redirect_uri",
                        TokenWorld.REDIRECT,
                        "code_verifier",
                        TestGrant.VERIFIER));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("resource")).isEqualTo(PARTNER_CENTER);
        assertThat(answer.text("scope")).isEqualTo("user_impersonation");
        for (var number : List.of("expires_in", "expires_on", "not_before")) {
            assertThat(answer.json().get(number).isString()).as(number).isTrue();
        }
        assertThat(answer.text("refresh_token")).isNotBlank();
        assertThat(answer.text("id_token")).isNotBlank();
        assertThat(claims(answer.text("access_token")).getIssuer()).endsWith("/" + grant.client.tenant() + "/");
    }

    @Test
    void areRenewedInTheFirstDialectAsTheDocumentsSay() {
        var grant = confidential();
        var refreshToken = grant.tokens().text("refresh_token");

        var answer = world.post(
                "/" + grant.client.tenant() + "/oauth2/token",
                grant.request(
                        "refresh_token", "resource", PARTNER_CENTER, "refresh_token", refreshToken, "scope", "openid"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("expires_on").isString()).isTrue();
        assertThat(tokens.read(answer.text("access_token"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GRAPH,
                "00000002-0000-0000-c000-000000000000",
                PARTNER_CENTER,
                "fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd"
            })
    void areGivenForAllFourAudiencesInBothDialects(String audience) {
        var grant = confidential();
        var refreshToken = grant.tokens().text("refresh_token");

        var second = grant.refresh(refreshToken, "scope", audience + "/user_impersonation offline_access");
        var first = world.post(
                "/common/oauth2/token",
                grant.request("refresh_token", "resource", audience, "refresh_token", refreshToken));

        for (var answer : List.of(second, first)) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(claims(answer.text("access_token")).getAudience()).containsExactly(audience);
            assertThat(tokens.read(answer.text("access_token"))).isPresent();
        }
    }

    @Test
    void areNotGivenForAnotherAudience() {
        var grant = confidential();
        var refreshToken = grant.tokens().text("refresh_token");

        var answer = grant.refresh(refreshToken, "scope", "https://vault.example/.default");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("invalid_resource");
    }

    @Test
    void tellTheApiWhoCallsThroughWhat() {
        var grant = confidential();

        var caller = tokens.read(grant.tokens().text("access_token")).orElseThrow();

        assertThat(caller.withUser()).isTrue();
        assertThat(caller.mfa()).isFalse();
        assertThat(caller.viewer().membership()).isEqualTo(grant.person.membership());
        assertThat(caller.viewer().roles()).containsExactly(Role.GLOBAL_ADMIN);
        assertThat(caller.viewer().actor().application())
                .isEqualTo(grant.client.id().value());
    }

    @Test
    void speakOfASecondFactorOnlyWhenOneWasUsed() throws Exception {
        var grant = confidential();
        var without = grant.tokens();
        TestDevice.setUp(grant.browser);

        var code = TestGrant.code(TestBrowser.location(grant.browser.get(grant.authorize())));
        var with = grant.exchange(code);

        assertThat(claims(without.text("access_token")).getStringListClaim("amr"))
                .doesNotContain("mfa");
        assertThat(claims(with.text("access_token")).getStringListClaim("amr")).contains("mfa");
        assertThat(tokens.read(with.text("access_token")).orElseThrow().mfa()).isTrue();
        var renewed = grant.refresh(with.text("refresh_token"));
        assertThat(tokens.read(renewed.text("access_token")).orElseThrow().mfa())
                .isTrue();
        assertThat(claims(grant.refresh(without.text("refresh_token")).text("access_token"))
                        .getStringListClaim("amr"))
                .doesNotContain("mfa");
    }

    @Test
    void areRenewedWithASecondFactorOnlyWhereItIsRequired() {
        var grant = confidential();
        var without = grant.tokens().text("refresh_token");
        TestDevice.setUp(grant.browser);
        var with = grant.exchange(TestGrant.code(TestBrowser.location(grant.browser.get(grant.authorize()))))
                .text("refresh_token");
        jdbc.sql("update installation set second_factor_for_partners = true").update();
        try {
            assertThat(grant.refresh(without).text("error")).isEqualTo("invalid_grant");
            assertThat(grant.refresh(with).status()).isEqualTo(200);
        } finally {
            jdbc.sql("update installation set second_factor_for_partners = false")
                    .update();
        }
    }

    @Test
    void needTheProofFromPublicApplications() {
        var grant = open();
        var withoutProof = grant.authorize().replaceAll("&code_challenge[^&]*", "");
        grant.browser.get("/sign-in");
        grant.browser.signIn(grant.person);

        var refused = TestBrowser.location(grant.browser.get(withoutProof));

        assertThat(refused)
                .startsWith(TokenWorld.REDIRECT + "?error=invalid_request")
                .contains("state=s1");
    }

    @Test
    void areRefusedForAWrongProof() {
        var grant = open();
        var code = TestGrant.code(grant.allow(grant.authorize()));

        var answer = grant.token(
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                TokenWorld.REDIRECT,
                "code_verifier",
                TestGrant.VERIFIER + "x");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void ofACodeShownTwiceEndWithIt() {
        var grant = confidential();
        var code = TestGrant.code(grant.allow(grant.authorize()));
        var refreshToken = grant.exchange(code).text("refresh_token");
        assertThat(grant.refresh(refreshToken).status()).isEqualTo(200);

        var again = grant.exchange(code);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text("error")).isEqualTo("invalid_grant");
        assertThat(grant.refresh(refreshToken).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void areRefusedForACodeOfAnotherApplication() {
        var code = TestGrant.code(confidentialAllowed());

        var answer = confidential().exchange(code);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void areRefusedForAnExpiredCode() {
        var grant = confidential();
        var code = TestGrant.code(grant.allow(grant.authorize()));
        expire(code);

        assertThat(grant.exchange(code).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void areAskedForOnceOnly() {
        var grant = confidential();
        grant.tokens();

        var back = TestBrowser.location(grant.browser.get(grant.authorize()));

        assertThat(back).startsWith(TokenWorld.REDIRECT);
        assertThat(grant.exchange(TestGrant.code(back)).status()).isEqualTo(200);
    }

    @Test
    void areNotGivenWhenThePersonDoesNotAllowIt() {
        var grant = confidential();
        grant.consent(grant.authorize());

        var back = TestBrowser.location(grant.browser.answer(false));

        assertThat(back)
                .startsWith(TokenWorld.REDIRECT + "?error=access_denied")
                .contains("state=s1")
                .contains("error_description=");
    }

    @Test
    void neverSendABrowserToAnAddressNobodyRegistered() {
        var grant = confidential();
        grant.browser.get("/sign-in");
        grant.browser.signIn(grant.person);

        var answer = grant.browser.get(
                grant.authorize().replace(TokenWorld.encode(TokenWorld.REDIRECT), "https%3A%2F%2Fevil.example"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void ofConfidentialApplicationsAreRenewedWithTheSameTokenForNinetyDays() {
        var grant = confidential();
        var first = grant.tokens().text("refresh_token");

        for (int i = 0; i < 3; i++) {
            assertThat(grant.refresh(first).status()).isEqualTo(200);
        }

        var life = Duration.between(Instant.now(), expiry(first));
        assertThat(life).isBetween(Duration.ofDays(90).minusMinutes(5), Duration.ofDays(90));
        var newest = grant.refresh(first).text("refresh_token");
        assertThat(grant.refresh(newest).status()).isEqualTo(200);
        expire(first);
        assertThat(grant.refresh(first).text("error")).isEqualTo("invalid_grant");
        assertThat(grant.refresh(newest).status()).isEqualTo(200);
    }

    @Test
    void ofPublicApplicationsAreRenewedWithANewTokenEachTime() {
        var grant = open();
        var first = grant.tokens().text("refresh_token");

        var renewed = grant.refresh(first);

        assertThat(renewed.status()).isEqualTo(200);
        assertThat(renewed.text("refresh_token")).isNotBlank().isNotEqualTo(first);
        assertThat(tokens.read(renewed.text("access_token"))).isPresent();
        assertThat(grant.refresh(renewed.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void ofPublicApplicationsEndWhenAUsedRefreshTokenIsShownAgain() {
        var grant = open();
        var first = grant.tokens().text("refresh_token");
        var second = grant.refresh(first).text("refresh_token");

        assertThat(grant.refresh(first).text("error")).isEqualTo("invalid_grant");

        assertThat(grant.refresh(second).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void areNotRenewedForAnotherApplication() {
        var refreshToken = confidential().tokens().text("refresh_token");

        assertThat(confidential().refresh(refreshToken).text("error")).isEqualTo("invalid_grant");
        assertThat(open().refresh(refreshToken).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void areRenewedAtTheAddressOfTheJavaClient() {
        var grant = confidential();
        var refreshToken = grant.tokens().text("refresh_token");

        var answer = world.post(
                "/adfs/oauth2/token",
                grant.request("refresh_token", "refresh_token", refreshToken, "scope", TestGrant.SCOPE));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(claims(answer.text("access_token")).getClaim("tid")).isEqualTo(grant.client.tenant());
    }

    @Test
    void areRefusedInAnotherTenant() {
        var grant = confidential();
        var refreshToken = grant.tokens().text("refresh_token");
        var other = world.provider(Role.ADMIN_AGENT);

        var answer = world.post(
                "/" + other.tenant() + "/oauth2/v2.0/token",
                grant.request("refresh_token", "refresh_token", refreshToken));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("unauthorized_client");
    }

    @Test
    void endWithTheApplication() {
        var grant = confidential();
        var answer = grant.tokens();

        world.applications.revoke(grant.client.viewer(), grant.client.id());

        assertThat(tokens.read(answer.text("access_token"))).isEmpty();
        assertThat(grant.refresh(answer.text("refresh_token")).text("error")).isEqualTo("invalid_client");
        assertThat(grant.browser.get(grant.authorize()).statusCode()).isEqualTo(400);
    }

    @Test
    void endWhileTheMemberIsDeactivated() {
        var grant = confidential();
        users.addWithPassword(
                Actor.system(grant.person.organization()),
                grant.person.organization(),
                new NewUser(
                        "o" + grant.client.tenant() + "@test.example",
                        null,
                        "O",
                        "T",
                        "Other",
                        Set.of(Role.GLOBAL_ADMIN),
                        Locale.ENGLISH),
                People.PASSWORD,
                false);
        var answer = grant.tokens();
        assertThat(tokens.read(answer.text("access_token"))).isPresent();

        users.deactivate(
                Actor.system(grant.person.organization()), grant.person.organization(), grant.person.membership(), 1);
        assertThat(tokens.read(answer.text("access_token"))).isEmpty();
        assertThat(grant.refresh(answer.text("refresh_token")).text("error")).isEqualTo("invalid_grant");

        users.reactivate(
                Actor.system(grant.person.organization()), grant.person.organization(), grant.person.membership(), 2);
        assertThat(tokens.read(answer.text("access_token"))).isPresent();
        assertThat(grant.refresh(answer.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void areNotGivenToSomebodyOfAnotherOrganization() {
        var client = world.provider(Role.ADMIN_AGENT);
        var stranger = world.people.provider(Role.GLOBAL_ADMIN);
        var grant = new TestGrant(world, client, stranger);
        grant.consent(grant.authorize());

        assertThat(grant.browser.page()).doesNotContain("value=\"user_impersonation\"");
    }

    @Test
    void areForTheApplicationsOrganizationWhicheverThePersonHasOnScreen() {
        var client = world.provider(Role.ADMIN_AGENT);
        var person = world.people.of(OrganizationKind.INDIRECT_RESELLER, Role.GLOBAL_ADMIN);
        var here = users.join(
                Actor.system(client.admin().organization()),
                client.admin().organization(),
                person.account(),
                Set.of(Role.HELPDESK_AGENT));

        var caller = tokens.read(new TestGrant(world, client, person).tokens().text("access_token"))
                .orElseThrow();

        assertThat(caller.viewer().membership()).isEqualTo(here);
        assertThat(caller.viewer().roles()).containsExactly(Role.HELPDESK_AGENT);
    }

    @Test
    void areHandedBackByEveryGenerateTokenAddress() {
        var token = confidential().tokens().text("access_token");

        for (var path : List.of("/generatetoken", "/GenerateToken", "/v3/generatetoken")) {
            var answer = world.post(path, form("grant_type", "jwt_token"), "Authorization", "Bearer " + token);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text("access_token")).isEqualTo(token);
            assertThat(answer.text("token_type")).isEqualTo("Bearer");
            assertThat(answer.json().get("expires_in").asInt()).isBetween(3500, 3600);
        }
    }

    @Test
    void areGivenToADeviceOnceSomebodyEnteredItsCode() {
        var grant = open();
        var device = device(grant, "/organizations/oauth2/v2.0/devicecode", "scope", TestGrant.SCOPE);
        assertThat(device.status()).isEqualTo(200);
        assertThat(device.text("verification_uri")).endsWith("/device");
        assertThat(device.text("message")).contains(device.text("user_code"));
        assertThat(ask(grant, device).text("error")).isEqualTo("authorization_pending");

        enter(grant, device, true);

        var answer = ask(grant, device);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(tokens.read(answer.text("access_token"))
                        .orElseThrow()
                        .viewer()
                        .membership())
                .isEqualTo(grant.person.membership());
        assertThat(answer.text("id_token")).isNotBlank();
        assertThat(grant.refresh(answer.text("refresh_token")).status()).isEqualTo(200);
        assertThat(ask(grant, device).status()).isEqualTo(400);
    }

    @Test
    void areGivenToADeviceInTheFirstDialect() {
        var grant = open();
        var device = device(grant, "/common/oauth2/devicecode", "resource", PARTNER_CENTER);
        assertThat(device.text("verification_url")).endsWith("/device");
        assertThat(device.json().get("expires_in").isString()).isTrue();
        enter(grant, device, true);

        var answer = world.post(
                "/common/oauth2/token",
                grant.request("device_code", "code", device.text("device_code"), "resource", PARTNER_CENTER));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("resource")).isEqualTo(PARTNER_CENTER);
    }

    /** As the first dialect's own Java library asks. */
    @Test
    void areGivenToADeviceThatAskedForItsCodeByGet() {
        var grant = open();
        var device = world.get("/common/oauth2/devicecode?resource=" + TokenWorld.encode(PARTNER_CENTER) + "&client_id="
                + grant.client.id());
        assertThat(device.status()).isEqualTo(200);
        enter(grant, device, true);

        var answer = world.post(
                "/common/oauth2/token",
                grant.request("device_code", "code", device.text("device_code"), "resource", PARTNER_CENTER));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void areNotGivenToADeviceThatSomebodyRefused() {
        var grant = open();
        var device = device(grant, "/common/oauth2/v2.0/devicecode", "scope", TestGrant.SCOPE);

        enter(grant, device, false);

        assertThat(ask(grant, device).text("error")).isEqualTo("access_denied");
    }

    @Test
    void areGivenToADeviceOnlyWhenAskedEachTime() {
        var grant = open();
        grant.tokens();
        var allowed = device(grant, "/common/oauth2/v2.0/devicecode", "scope", TestGrant.SCOPE);
        enter(grant, allowed, true);
        assertThat(ask(grant, allowed).status()).isEqualTo(200);

        var refused = device(grant, "/common/oauth2/v2.0/devicecode", "scope", TestGrant.SCOPE);
        enter(grant, refused, false);

        assertThat(ask(grant, refused).text("error")).isEqualTo("access_denied");
    }

    @Test
    void areNotGivenToADeviceWhoseCodeHasExpired() {
        var grant = open();
        var device = device(grant, "/common/oauth2/v2.0/devicecode", "scope", TestGrant.SCOPE);
        expire(device.text("device_code"));

        assertThat(ask(grant, device).text("error")).isEqualTo("expired_token");
    }

    private TestGrant confidential() {
        return TestGrant.of(world, world.provider(Role.ADMIN_AGENT));
    }

    private String confidentialAllowed() {
        var grant = confidential();
        return grant.allow(grant.authorize());
    }

    private TestGrant open() {
        return TestGrant.of(world, world.application(Kind.PUBLIC, false, Role.ADMIN_AGENT));
    }

    private Answer device(TestGrant grant, String path, String asked, String value) {
        return world.post(path, form("client_id", grant.client.id().toString(), asked, value));
    }

    private Answer ask(TestGrant grant, Answer device) {
        return grant.token("urn:ietf:params:oauth:grant-type:device_code", "device_code", device.text("device_code"));
    }

    /** What the person does with the code that the device shows. */
    private static void enter(TestGrant grant, Answer device, boolean allow) {
        if (grant.browser.get("/device").statusCode() != 200) {
            grant.browser.signIn(grant.person);
        }
        assertThat(grant.browser.get("/device").statusCode()).isEqualTo(200);
        var question = TestBrowser.location(
                grant.browser.post("/oauth2/device_verification", "user_code", device.text("user_code")));
        assertThat(grant.browser.get(question).body()).contains(device.text("user_code"));
        assertThat(TestBrowser.location(grant.browser.answer(allow)))
                .endsWith(allow ? "/device?done" : "/device?refused");
    }

    private Instant expiry(String token) {
        return jdbc.sql("select expires_at from application_grant_token where hash = :hash")
                .param("hash", Secret.hash(token))
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private void expire(String token) {
        int changed = jdbc.sql("""
                        update application_grant_token set issued_at = issued_at - interval '100 days',
                            expires_at = now() - interval '1 minute' where hash = :hash""").param("hash", Secret.hash(token)).update();
        assertThat(changed).isEqualTo(1);
    }
}
