package io.palier.application;

import static io.palier.application.TokenWorld.GRAPH;
import static io.palier.application.TokenWorld.PARTNER_CENTER;
import static io.palier.application.TokenWorld.claims;
import static io.palier.application.TokenWorld.form;
import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.ApplicationView.Kind;
import io.palier.application.TokenWorld.Client;
import io.palier.identity.Role;
import io.palier.organization.Organizations;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tokens that applications get by themselves, asked for as known clients do (accounts contract 1.1). */
@PalierServer
class AppOnlyTokensTests {
    @Autowired
    TokenWorld world;

    @Autowired
    AccessTokens tokens;

    @Autowired
    Organizations organizations;

    @Test
    void areGivenInTheFirstDialectWithNumbersAsText() {
        var client = world.provider(Role.ADMIN_AGENT);

        var answer = world.post(
                "/" + client.tenant() + "/oauth2/token",
                form(
                        "resource",
                        GRAPH,
                        "client_id",
                        client.id().toString(),
                        "client_secret",
                        client.secret(),
                        "grant_type",
                        "client_credentials"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("token_type")).isEqualTo("Bearer");
        assertThat(answer.text("resource")).isEqualTo(GRAPH);
        assertThat(answer.json().get("expires_in").isString()).isTrue();
        assertThat(answer.text("expires_in")).isEqualTo("3599");
        assertThat(Long.parseLong(answer.text("expires_on")) - Long.parseLong(answer.text("not_before")))
                .isEqualTo(3600);
        assertThat(answer.json().has("refresh_token")).isFalse();
        assertThat(answer.whole().headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void sayWhatTheContractAsksFor() throws Exception {
        var client = world.provider(Role.ADMIN_AGENT);

        var claims = claims(world.token(client));

        assertThat(claims.getAudience()).containsExactly(GRAPH);
        assertThat(claims.getStringClaim("tid")).isEqualTo(client.tenant());
        assertThat(claims.getStringClaim("appid")).isEqualTo(client.id().toString());
        assertThat(claims.getStringClaim("azp")).isEqualTo(client.id().toString());
        assertThat(claims.getStringClaim("idtyp")).isEqualTo("app");
        assertThat(claims.getClaims()).doesNotContainKeys("scp", "upn", "amr");
        assertThat(claims.getIssuer()).endsWith("/" + client.tenant() + "/");
        assertThat(claims.getNotBeforeTime()).isNotNull();
        assertThat(claims.getExpirationTime()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openid profile offline_access https://graph.windows.net/.default",
                "https://graph.windows.net/.default",
                "https://graph.windows.net//.default",
                "00000002-0000-0000-c000-000000000000/.default"
            })
    void areGivenInTheSecondDialectForEveryWayToWriteTheScope(String scope) {
        var client = world.provider(Role.ADMIN_AGENT);

        var answer = world.post("/" + client.tenant() + "/oauth2/v2.0/token", ask(client, scope));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("expires_in").isNumber()).isTrue();
        assertThat(tokens.read(answer.text("access_token"))).isPresent();
    }

    @Test
    void areGivenToTheJavaClientThatPassesAdfsAsItsTenant() {
        var client = world.provider(Role.ADMIN_AGENT);
        var form = ask(client, "openid profile offline_access https://graph.windows.net/.default");
        form.put("client_info", "1");

        var answer = world.post("/adfs/oauth2/token", form);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(claims(answer.text("access_token")).getClaim("tid")).isEqualTo(client.tenant());
    }

    @Test
    void areGivenToTheNodeClientThatNamesADomain() {
        var client = world.provider(Role.ADMIN_AGENT);
        var domain = "d" + client.tenant().substring(0, 18) + ".example";
        organizations.addDomain(client.admin().organization(), domain, true);

        var answer = world.post(
                "/" + domain.toUpperCase(Locale.ROOT) + "/oauth2/v2.0/token",
                ask(client, PARTNER_CENTER + "/.default"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(claims(answer.text("access_token")).getAudience()).containsExactly(PARTNER_CENTER);
    }

    @Test
    void areGivenForCommonAndWithTheSecretInAHeader() {
        var client = world.provider(Role.ADMIN_AGENT);
        var basic = Base64.getEncoder()
                .encodeToString((client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8));

        var answer = world.post(
                "/common/oauth2/v2.0/token/",
                form("grant_type", "client_credentials", "scope", GRAPH + "/.default"),
                "Authorization",
                "Basic " + basic);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void areRefusedInAnotherTenant() {
        var client = world.provider(Role.ADMIN_AGENT);
        var other = world.provider(Role.ADMIN_AGENT);

        var answer = world.post("/" + other.tenant() + "/oauth2/v2.0/token", ask(client, GRAPH + "/.default"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("unauthorized_client");
        assertThat(answer.text("error_description")).contains(other.tenant());
    }

    @Test
    void areRefusedForAWrongSecretAUnknownApplicationAndAnUnknownResource() {
        var client = world.provider(Role.ADMIN_AGENT);
        var wrong = ask(client, GRAPH + "/.default");
        wrong.put("client_secret", "no");
        var unknown = ask(client, GRAPH + "/.default");
        unknown.put("client_id", "00000000-0000-0000-0000-000000000000");
        var nonsense = ask(client, GRAPH + "/.default");
        nonsense.put("client_id", "somebody");
        var path = "/" + client.tenant() + "/oauth2/v2.0/token";

        for (var form : List.of(wrong, unknown, nonsense)) {
            var answer = world.post(path, form);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.text("error")).isEqualTo("invalid_client");
            assertThat(answer.text("error_description")).isNotBlank();
        }
        var elsewhere = world.post(path, ask(client, "https://vault.example/.default"));
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(elsewhere.text("error")).isEqualTo("invalid_resource");
    }

    @Test
    void areRefusedWithoutAnyCredentials() {
        var answer = world.post("/common/oauth2/token", form("grant_type", "client_credentials"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("error")).isEqualTo("invalid_client");
    }

    @Test
    void tellTheApiWhoCalls() {
        var client = world.provider(Role.SALES_AGENT);

        var caller = tokens.read(world.token(client)).orElseThrow();

        assertThat(caller.application()).isEqualTo(client.id());
        assertThat(caller.withUser()).isFalse();
        assertThat(caller.mfa()).isFalse();
        assertThat(caller.viewer().roles()).containsExactly(Role.SALES_AGENT);
        assertThat(caller.viewer().organization()).isEqualTo(client.admin().organization());
        assertThat(caller.viewer().actor().application()).isEqualTo(client.id().value());
        assertThat(caller.viewer().actor().account()).isNotNull();
    }

    @Test
    void ofAServiceAccountCountAsAppAndUser() {
        var client = world.application(Kind.CONFIDENTIAL, true, Role.ADMIN_AGENT);

        assertThat(tokens.read(world.token(client)).orElseThrow().withUser()).isTrue();
    }

    @Test
    void followTheApplicationsRolesAtOnce() {
        var client = world.provider(Role.SALES_AGENT);
        var token = world.token(client);
        var now = world.applications.get(client.viewer(), client.id());

        world.applications.change(
                client.viewer(),
                client.id(),
                now.version(),
                new ApplicationDetails(now.name(), now.redirectAddresses(), Set.of(Role.HELPDESK_AGENT), true));

        var caller = tokens.read(token).orElseThrow();
        assertThat(caller.viewer().roles()).containsExactly(Role.HELPDESK_AGENT);
        assertThat(caller.withUser()).isTrue();
    }

    @Test
    void leaveATraceOfTheirUse() {
        var client = world.provider(Role.SALES_AGENT);
        world.token(client);

        var application = world.applications.get(client.viewer(), client.id());

        assertThat(application.lastUsedAt()).isNotNull();
        assertThat(application.secrets().getFirst().lastUsedAt()).isNotNull();
    }

    private static Map<String, String> ask(Client client, String scope) {
        return form(
                "grant_type",
                "client_credentials",
                "scope",
                scope,
                "client_id",
                client.id().toString(),
                "client_secret",
                client.secret());
    }
}
