package io.palier.application.token;

import io.palier.application.domain.Secret;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Makes refresh tokens: where offline access was asked for, and for another device always. No bean: with two generators
 * to choose from, the server would take its own.
 */
class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {
    private final Clock clock;

    RefreshTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType()) || !isWanted(context)) {
            return null;
        }
        var now = clock.instant();
        return new OAuth2RefreshToken(Secret.generate(), now, now.plus(Clients.REFRESH));
    }

    private static boolean isWanted(OAuth2TokenContext context) {
        return !AuthorizationGrantType.AUTHORIZATION_CODE.equals(context.getAuthorizationGrantType())
                || context.getAuthorizedScopes().contains(AskedScope.OFFLINE_ACCESS);
    }
}
