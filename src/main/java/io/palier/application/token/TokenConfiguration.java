package io.palier.application.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceAuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceAuthorizationConsentAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceVerificationAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The chain of the authorization server's own addresses; {@link DialectFilter} leads there. */
@Configuration
class TokenConfiguration {
    private static final String VERIFY = "/oauth2/device_verification";
    private static final String CONSENT = "/applications/consent";

    /** The server wants an issuer for itself; tokens name their organization's. */
    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder()
                .issuer("https://palier.invalid")
                .build();
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
        return new NimbusJwtEncoder(keys);
    }

    @Bean
    OAuth2TokenGenerator<?> tokenGenerator(
            JwtEncoder encoder, TokenClaims claims, @Qualifier("systemClock") Clock clock) {
        var access = new JwtGenerator(encoder);
        access.setJwtCustomizer(claims);
        return new DelegatingOAuth2TokenGenerator(access, new RefreshTokens(clock));
    }

    @Bean
    @Order(5)
    SecurityFilterChain tokens(
            HttpSecurity http,
            PublicClients publicClients,
            TokenAnswer answer,
            TokenProblem problem,
            DeviceAnswer deviceAnswer,
            AuthorizationAnswer authorizationAnswer,
            Unauthenticated unauthenticated,
            @Qualifier("viewerFilter") Filter viewers)
            throws Exception {
        return http.securityMatcher(Dialect.TOKEN, Dialect.AUTHORIZE, Dialect.DEVICE, Dialect.KEYS, VERIFY)
                .oauth2AuthorizationServer(server -> server.clientAuthentication(
                                client -> client.authenticationConverter(publicClients)
                                        .authenticationProvider(publicClients)
                                        .authenticationProviders(
                                                list -> list.forEach(TokenConfiguration::compareHashes))
                                        .errorResponseHandler(problem))
                        .tokenEndpoint(token ->
                                token.accessTokenResponseHandler(answer).errorResponseHandler(problem))
                        .authorizationEndpoint(authorize -> authorize
                                .consentPage(CONSENT)
                                .authorizationResponseHandler(authorizationAnswer)
                                .errorResponseHandler(authorizationAnswer))
                        .deviceAuthorizationEndpoint(device -> device.deviceAuthorizationResponseHandler(deviceAnswer)
                                .errorResponseHandler(problem))
                        .deviceVerificationEndpoint(verify -> verify.consentPage(CONSENT)
                                .authenticationProviders(list -> list.forEach(TokenConfiguration::askAgain))
                                .deviceVerificationResponseHandler(deviceAnswer.done())
                                .errorResponseHandler(deviceAnswer.refused())))
                .authorizeHttpRequests(requests -> requests.requestMatchers(Dialect.KEYS)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(e -> e.authenticationEntryPoint(unauthenticated))
                .addFilterBefore(viewers, AuthorizationFilter.class)
                .build();
    }

    /** What anybody may read, and what shows its token itself. */
    @Bean
    @Order(6)
    SecurityFilterChain discovery(HttpSecurity http) throws Exception {
        return http.securityMatcher(
                        "/*/.well-known/openid-configuration",
                        "/*/v2.0/.well-known/openid-configuration",
                        "/common/discovery/instance",
                        "/generatetoken",
                        "/GenerateToken",
                        "/v3/generatetoken")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .securityContext(context -> context.disable())
                .sessionManagement(session -> session.disable())
                .build();
    }

    private static void compareHashes(AuthenticationProvider provider) {
        if (provider instanceof ClientSecretAuthenticationProvider secrets) {
            secrets.setPasswordEncoder(new SecretHashes());
        }
    }

    /**
     * A code on a device is agreed to every time, whatever the application was allowed before: somebody else may have
     * sent it (RFC 8628, 5.4).
     */
    private static void askAgain(AuthenticationProvider provider) {
        if (provider instanceof OAuth2DeviceVerificationAuthenticationProvider verification) {
            verification.setAuthorizationConsentRequired(context -> true);
        }
        if (provider instanceof OAuth2DeviceAuthorizationConsentAuthenticationProvider consent) {
            consent.setAuthorizationConsentCustomizer(TokenConfiguration::letRefusalsStand);
        }
    }

    /** Spring counts what was allowed before as allowed now; who chose nothing has refused. */
    private static void letRefusalsStand(OAuth2AuthorizationConsentAuthenticationContext context) {
        OAuth2DeviceAuthorizationConsentAuthenticationToken answer = context.getAuthentication();
        if (answer.getScopes().isEmpty()) {
            context.getAuthorizationConsent().authorities(Set::clear);
        }
    }
}
