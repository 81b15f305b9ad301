package io.palier.application;

import static io.palier.application.TokenWorld.GRAPH;
import static io.palier.application.TokenWorld.form;
import static org.assertj.core.api.Assertions.assertThat;

import io.palier.People;
import io.palier.identity.Role;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Applications for unattended automation, from App management to the API. */
@PalierServer
class ServiceAccountTests {
    private static final String PAGE = "/account/applications";
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([^<]+)<");

    @Autowired
    TokenWorld world;

    private People.Person admin;
    private TestBrowser browser;

    @BeforeEach
    void signIn() {
        admin = world.people.provider(Role.GLOBAL_ADMIN);
        browser = new TestBrowser(world);
        browser.signIn(admin);
    }

    @Test
    void callWhatAsksForAUser() {
        var id = register("serviceAccount", "true", "roles", "GLOBAL_ADMIN");

        assertThat(call(token(id, secret(id)))).isEqualTo(200);
    }

    @Test
    void areNotWhatOtherApplicationsAre() {
        var id = register("roles", "GLOBAL_ADMIN");

        assertThat(call(token(id, secret(id)))).isEqualTo(403);
    }

    @Test
    void showTheirSecretOnceAndTheirLastUse() {
        var id = register("serviceAccount", "true", "roles", "ADMIN_AGENT");
        assertThat(browser.get(PAGE).body()).contains("Service account", "Never");
        var secret = secret(id);
        assertThat(browser.get(PAGE + "/" + id).body()).doesNotContain(secret);

        token(id, secret);

        assertThat(browser.get(PAGE).body()).doesNotContain("Never");
        assertThat(browser.get(PAGE + "/" + id).body()).doesNotContain("Never");
    }

    @Test
    void stopBeingOneAtOnce() {
        var id = register("serviceAccount", "true", "roles", "GLOBAL_ADMIN");
        var token = token(id, secret(id));
        browser.get(PAGE + "/" + id);

        browser.post(PAGE + "/" + id, "version", "1", "name", "Automation", "roles", "GLOBAL_ADMIN");

        assertThat(call(token)).isEqualTo(403);
    }

    @Test
    void areNeverPublic() {
        browser.get(PAGE + "/new");

        var answer = browser.post(PAGE, "name", "Phone", "kind", "PUBLIC", "serviceAccount", "true");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Only a confidential application can be a service account.");
    }

    @Test
    void areNoUsersOfTheOrganization() {
        var id = register("serviceAccount", "true", "roles", "GLOBAL_ADMIN");

        assertThat(browser.get("/account/users").body()).doesNotContain(">Automation<");
        assertThat(world.applications
                        .get(world.viewers.find(admin.membership()).orElseThrow(), id(id))
                        .serviceAccount())
                .isTrue();
    }

    private String register(String... more) {
        browser.get(PAGE + "/new");
        var fields = new String[more.length + 4];
        fields[0] = "name";
        fields[1] = "Automation";
        fields[2] = "kind";
        fields[3] = "CONFIDENTIAL";
        System.arraycopy(more, 0, fields, 4, more.length);
        var location = TestBrowser.location(browser.post(PAGE, fields));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private String secret(String id) {
        browser.get(PAGE + "/" + id);
        var answer = browser.post(PAGE + "/" + id + "/secrets", "months", "3");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        var secret = SECRET.matcher(answer.body());
        assertThat(secret.find()).isTrue();
        return secret.group(1);
    }

    private String token(String id, String secret) {
        return world.post(
                        "/" + admin.organization() + "/oauth2/token",
                        form(
                                "resource",
                                GRAPH,
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                id,
                                "client_secret",
                                secret))
                .text("access_token");
    }

    /** A call that needs app+user. */
    private int call(String token) {
        return world.get("/v1/agreements", "Authorization", "Bearer " + token).status();
    }

    private static ApplicationId id(String text) {
        return new ApplicationId(UUID.fromString(text));
    }
}
