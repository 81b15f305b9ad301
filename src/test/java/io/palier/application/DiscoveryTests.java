package io.palier.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.palier.identity.Role;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What clients read before they ask for a token. */
@PalierServer
class DiscoveryTests {
    @Autowired
    TokenWorld world;

    @Test
    void leadsFromTheTenantToTheKeysThatSignedAToken() throws Exception {
        var client = world.provider(Role.ADMIN_AGENT);
        var token = SignedJWT.parse(world.token(client));

        var configuration = world.get("/" + client.tenant() + "/.well-known/openid-configuration");
        var keys = world.get(URI.create(configuration.text("jwks_uri")).getPath());

        assertThat(configuration.text("issuer"))
                .isEqualTo(token.getJWTClaimsSet().getIssuer());
        assertThat(keys.whole().body()).doesNotContain("\"d\"", "\"p\"");
        var key = JWKSet.parse(keys.whole().body())
                .getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        assertThat(world.get("/discovery/v2.0/keys").status()).isEqualTo(200);
    }

    @Test
    void namesTheSecondDialectsAddresses() {
        var client = world.provider(Role.ADMIN_AGENT);

        var configuration = world.get("/" + client.tenant() + "/v2.0/.well-known/openid-configuration");

        assertThat(configuration.text("issuer")).endsWith(client.tenant() + "/v2.0");
        assertThat(configuration.text("token_endpoint")).endsWith(client.tenant() + "/oauth2/v2.0/token");
        assertThat(world.get("/common/v2.0/.well-known/openid-configuration").text("issuer"))
                .endsWith("/{tenantid}/v2.0");
    }

    @Test
    void knowsNoTenantThatNobodyIs() {
        var answer = world.get("/nobody.example/.well-known/openid-configuration");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("invalid_tenant");
    }

    @Test
    void answersMicrosoftsClientLibraryAboutTheInstance() {
        var answer = world.get("/common/discovery/instance?api-version=1.1&authorization_endpoint="
                + TokenWorld.encode("https://login.example/contoso.example/oauth2/v2.0/authorize"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("tenant_discovery_endpoint"))
                .endsWith("/contoso.example/v2.0/.well-known/openid-configuration");
        assertThat(answer.json().get("metadata").isArray()).isTrue();
    }

    @Test
    void neverBelievesTheHostHeader() {
        var client = world.provider(Role.ADMIN_AGENT);

        var configuration = world.get(
                "/" + client.tenant() + "/.well-known/openid-configuration", "X-Forwarded-Host", "evil.example");

        assertThat(configuration.whole().body()).doesNotContain("evil.example");
    }
}
