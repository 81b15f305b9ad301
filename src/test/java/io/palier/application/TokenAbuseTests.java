package io.palier.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.palier.application.TokenWorld.Client;
import io.palier.application.token.SigningKeys;
import io.palier.identity.Role;
import io.palier.organization.Organizations;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tokens that look right and are not, or no longer. */
@PalierServer
class TokenAbuseTests {
    @Autowired
    TokenWorld world;

    @Autowired
    AccessTokens tokens;

    @Autowired
    SigningKeys keys;

    @Autowired
    Organizations organizations;

    @Test
    void aTokenMadeAnewWithTheSameClaimsIsRead() throws Exception {
        assertThat(tokens.read(forged(client(), claims -> {}))).isPresent();
    }

    @Test
    void refusesAnotherAudience() throws Exception {
        assertThat(tokens.read(forged(client(), claims -> claims.audience("https://vault.example"))))
                .isEmpty();
    }

    @Test
    void refusesAnotherIssuer() throws Exception {
        assertThat(tokens.read(forged(client(), claims -> claims.issuer("https://elsewhere.example/"))))
                .isEmpty();
    }

    @Test
    void refusesAnExpiredTokenAndOneNotYetValid() throws Exception {
        var now = Instant.now();
        assertThat(tokens.read(forged(client(), claims -> claims.expirationTime(Date.from(now.minusSeconds(5))))))
                .isEmpty();
        assertThat(tokens.read(
                        forged(client(), claims -> claims.notBeforeTime(Date.from(now.plus(Duration.ofHours(1)))))))
                .isEmpty();
    }

    @Test
    void refusesAnotherTenantInTheClaims() throws Exception {
        var other = client();
        assertThat(tokens.read(forged(
                        client(),
                        claims -> claims.claim("tid", other.tenant())
                                .issuer(TokenWorld.claims(world.token(other)).getIssuer()))))
                .isEmpty();
    }

    @Test
    void refusesAnotherMembershipForAnApplicationByItself() throws Exception {
        var client = client();
        assertThat(tokens.read(forged(
                        client,
                        claims ->
                                claims.claim("oid", client.admin().membership().toString()))))
                .isEmpty();
    }

    @Test
    void refusesATokenWithoutASignatureAndOneSignedWithThePublicKeyAsASecret() throws Exception {
        var client = client();
        var claims = TokenWorld.claims(world.token(client));
        assertThat(tokens.read(new PlainJWT(claims).serialize())).isEmpty();

        var symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(key().getKeyID())
                        .build(),
                claims);
        symmetric.sign(new MACSigner(key().toRSAPublicKey().getEncoded()));
        assertThat(tokens.read(symmetric.serialize())).isEmpty();
    }

    @Test
    void refusesAnotherKeyAndAnotherAlgorithm() throws Exception {
        var claims = TokenWorld.claims(world.token(client()));
        var stranger = new RSAKeyGenerator(2048).keyID(key().getKeyID()).generate();
        assertThat(tokens.read(signed(stranger, JWSAlgorithm.RS256, claims))).isEmpty();
        assertThat(tokens.read(signed(key(), JWSAlgorithm.RS512, claims))).isEmpty();
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        assertThat(tokens.read("")).isEmpty();
        assertThat(tokens.read("a.b.c")).isEmpty();
        assertThat(tokens.read("x".repeat(100_000))).isEmpty();
    }

    @Test
    void endsWithItsApplication() {
        var client = client();
        var token = world.token(client);
        assertThat(tokens.read(token)).isPresent();

        world.applications.revoke(client.viewer(), client.id());

        assertThat(tokens.read(token)).isEmpty();
        assertThat(world.token(client)).isEmpty();
    }

    @Test
    void endsWithTheSecretItWasAskedForWithAndNotWithTheOther() {
        var client = client();
        var token = world.token(client);
        var second =
                world.applications.addSecret(client.viewer(), client.id(), 1).secret();
        var other = world.token(new Client(client.admin(), client.viewer(), client.id(), second));
        var first =
                world.applications.get(client.viewer(), client.id()).secrets().getLast();

        world.applications.revokeSecret(client.viewer(), client.id(), first.id());

        assertThat(tokens.read(token)).isEmpty();
        assertThat(tokens.read(other)).isPresent();
    }

    @Test
    void endsWhileTheOrganizationIsSuspended() {
        var client = client();
        var token = world.token(client);
        var organization = organizations.get(client.admin().organization());

        var suspended = organizations.suspend(organization.id(), organization.version(), "unpaid");
        assertThat(tokens.read(token)).isEmpty();
        assertThat(world.token(client)).isEmpty();

        organizations.reinstate(organization.id(), suspended.version());
        assertThat(tokens.read(token)).isPresent();
    }

    @Test
    void isHandedBackByGenerateTokenOnlyWhenValid() {
        var client = client();
        var token = world.token(client);

        var answer = world.post(
                "/generatetoken", TokenWorld.form("grant_type", "jwt_token"), "Authorization", "Bearer " + token);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("access_token")).isEqualTo(token);

        var forDirectory = world.post(
                "/v3/generatetoken", TokenWorld.form("grant_type", "jwt_token"), "Authorization", "Bearer " + token);
        assertThat(forDirectory.status()).isEqualTo(401);
        assertThat(world.post("/generatetoken", TokenWorld.form("grant_type", "jwt_token"))
                        .status())
                .isEqualTo(401);
    }

    private Client client() {
        return world.provider(Role.ADMIN_AGENT);
    }

    /** A real token's claims with a change, signed with the real key. */
    private String forged(Client client, Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        var claims = new JWTClaimsSet.Builder(TokenWorld.claims(world.token(client)));
        change.accept(claims);
        return signed(key(), JWSAlgorithm.RS256, claims.build());
    }

    private static String signed(RSAKey key, JWSAlgorithm algorithm, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private RSAKey key() {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                .getFirst()
                .toRSAKey();
    }
}
