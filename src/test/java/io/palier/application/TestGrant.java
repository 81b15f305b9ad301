package io.palier.application;

import static io.palier.application.TokenWorld.encode;
import static io.palier.application.TokenWorld.form;
import static org.assertj.core.api.Assertions.assertThat;

import io.palier.People;
import io.palier.application.TokenWorld.Answer;
import io.palier.application.TokenWorld.Client;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/** One application that asks one person, in the second dialect unless said otherwise. */
final class TestGrant {
    static final String SCOPE = "openid profile offline_access " + TokenWorld.PARTNER_CENTER + "/user_impersonation";
    static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-proof-of-key-exchange";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final TokenWorld world;
    final Client client;
    final People.Person person;
    final TestBrowser browser;

    TestGrant(TokenWorld world, Client client, People.Person person) {
        this.world = world;
        this.client = client;
        this.person = person;
        this.browser = new TestBrowser(world);
    }

    /** By the global admin who registered the application. */
    static TestGrant of(TokenWorld world, Client client) {
        return new TestGrant(world, client, client.admin());
    }

    /** The address to which the application sends the browser, with a proof to come. */
    String authorize(String... more) {
        return authorize("/" + client.tenant() + "/oauth2/v2.0/authorize", "scope", SCOPE, more);
    }

    String authorizeFirst(String resource, String... more) {
        return authorize("/" + client.tenant() + "/oauth2/authorize", "resource", resource, more);
    }

    private String authorize(String path, String asked, String value, String... more) {
        var address = new StringBuilder(path + "?response_type=code&state=s1&client_id=" + client.id()
                + "&redirect_uri=" + encode(TokenWorld.REDIRECT) + "&code_challenge_method=S256&code_challenge="
                + challenge() + "&" + asked + "=" + encode(value));
        for (int i = 0; i < more.length; i += 2) {
            address.append('&').append(more[i]).append('=').append(encode(more[i + 1]));
        }
        return address.toString();
    }

    private static String challenge() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs in and allows; the address the browser comes back to the application with. */
    String allow(String address) {
        consent(address);
        return TestBrowser.location(browser.answer(true));
    }

    /** Signs in and stops at the question. */
    void consent(String address) {
        assertThat(TestBrowser.location(browser.get(address))).endsWith("/sign-in");
        var question = TestBrowser.location(browser.get(browser.signIn(person)));
        assertThat(URI.create(question).getPath()).isEqualTo("/applications/consent");
        assertThat(browser.get(question).statusCode()).isEqualTo(200);
    }

    static String code(String address) {
        var match = CODE.matcher(address);
        assertThat(match.find()).as(address).isTrue();
        return match.group(1);
    }

    /** Exchanges a code with the proof. */
    Answer exchange(String code) {
        return token(
                "authorization_code", "code", code, "redirect_uri", TokenWorld.REDIRECT, "code_verifier", VERIFIER);
    }

    Answer refresh(String refreshToken, String... more) {
        var fields = new String[more.length + 2];
        fields[0] = "refresh_token";
        fields[1] = refreshToken;
        System.arraycopy(more, 0, fields, 2, more.length);
        return token("refresh_token", fields);
    }

    Answer token(String grant, String... fields) {
        return world.post("/" + client.tenant() + "/oauth2/v2.0/token", request(grant, fields));
    }

    /** With the application's secret, if it has one. */
    Map<String, String> request(String grant, String... fields) {
        var form = form(fields);
        form.put("grant_type", grant);
        form.put("client_id", client.id().toString());
        if (!client.secret().isEmpty()) {
            form.put("client_secret", client.secret());
        }
        return form;
    }

    /** All the way: sign-in, permission, code, tokens. */
    Answer tokens() {
        return exchange(code(allow(authorize())));
    }
}
