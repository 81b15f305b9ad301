package io.palier.application.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/**
 * Public applications name themselves only, when they renew a token or ask for another device; a code they exchange with
 * the proof of PKCE, which the authorization server itself checks.
 */
@Component
class PublicClients implements AuthenticationConverter, AuthenticationProvider {
    private static final Set<String> GRANTS = Set.of("refresh_token", "urn:ietf:params:oauth:grant-type:device_code");

    private final Clients clients;

    PublicClients(Clients clients) {
        this.clients = clients;
    }

    /** An authentication of our own, so that the server's providers leave it to us. */
    private static final class Named extends OAuth2ClientAuthenticationToken {
        private Named(String clientId) {
            super(clientId, ClientAuthenticationMethod.NONE, null, Map.of());
        }
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var client = request.getParameter("client_id");
        var grant = request.getParameter("grant_type");
        boolean fits = grant == null ? request.getRequestURI().equals(Dialect.DEVICE) : GRANTS.contains(grant);
        return fits
                        && client != null
                        && request.getParameter("client_secret") == null
                        && request.getHeader("Authorization") == null
                ? new Named(client)
                : null;
    }

    @Override
    public Authentication authenticate(Authentication named) {
        var client = clients.findByClientId(named.getName());
        if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return Named.class.isAssignableFrom(authentication);
    }
}
