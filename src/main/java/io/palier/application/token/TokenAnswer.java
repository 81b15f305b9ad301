package io.palier.application.token;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Answers a token request in the dialect it was written in (accounts contract 1.2). */
@Component
class TokenAnswer implements AuthenticationSuccessHandler {
    private final IdTokens idTokens;
    private final JsonAnswer json;

    TokenAnswer(IdTokens idTokens, JsonAnswer json) {
        this.idTokens = idTokens;
        this.json = json;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var result = (OAuth2AccessTokenAuthenticationToken) authentication;
        var token = result.getAccessToken();
        var claims = claims(token);
        boolean first = Dialect.isFirst(request);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("token_type", "Bearer");
        times(answer, token, first);
        if (first) {
            answer.put("resource", claims.getAudience().getFirst());
        }
        answer.put("access_token", token.getTokenValue());
        if (claims.getClaim("scp") != null) {
            forPerson(answer, request, result, claims, first);
        }
        json.write(response, HttpServletResponse.SC_OK, answer);
    }

    private static void times(Map<String, Object> answer, OAuth2AccessToken token, boolean first) {
        var from = Objects.requireNonNull(token.getIssuedAt());
        var to = Objects.requireNonNull(token.getExpiresAt());
        // A second less, so that no client counts on a token that is just over.
        long seconds = Duration.between(from, to).toSeconds() - 1;
        if (first) {
            answer.put("expires_in", Long.toString(seconds));
            answer.put("ext_expires_in", Long.toString(seconds));
            answer.put("expires_on", text(to));
            answer.put("not_before", text(from));
        } else {
            answer.put("expires_in", seconds);
            answer.put("ext_expires_in", seconds);
        }
    }

    private void forPerson(
            Map<String, Object> answer,
            HttpServletRequest request,
            OAuth2AccessTokenAuthenticationToken result,
            JWTClaimsSet claims,
            boolean first) {
        var scopes = result.getAccessToken().getScopes();
        answer.put("scope", first ? AskedScope.USER_IMPERSONATION : scope(claims, scopes));
        var refresh = result.getRefreshToken();
        if (refresh != null) {
            answer.put("refresh_token", refresh.getTokenValue());
        }
        if (scopes.contains(Clients.ID_TOKEN)) {
            answer.put("id_token", idTokens.of(claims, IdTokens.nonce(request)));
        }
        if ("1".equals(request.getParameter("client_info"))) {
            answer.put("client_info", IdTokens.clientInfo(claims));
        }
    }

    private static String scope(JWTClaimsSet claims, Set<String> scopes) {
        var scope = new StringBuilder(claims.getAudience().getFirst() + "/" + AskedScope.USER_IMPERSONATION);
        if (scopes.contains(Clients.ID_TOKEN)) {
            scope.append(" openid profile");
        }
        if (scopes.contains(AskedScope.OFFLINE_ACCESS)) {
            scope.append(' ').append(AskedScope.OFFLINE_ACCESS);
        }
        return scope.toString();
    }

    private static JWTClaimsSet claims(OAuth2AccessToken token) {
        try {
            return SignedJWT.parse(token.getTokenValue()).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException("Our own token cannot be read", e);
        }
    }

    private static String text(Instant time) {
        return Long.toString(time.getEpochSecond());
    }
}
