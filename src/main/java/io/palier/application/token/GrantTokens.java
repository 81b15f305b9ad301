package io.palier.application.token;

import io.palier.application.domain.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;

/** Between the tokens of a grant as the authorization server handles them and their hashes as kept. */
final class GrantTokens {
    /** What stands for a token whose hash alone is known; no token holds a colon. */
    private static final String HASHED = "hash:";

    private GrantTokens() {}

    static List<GrantToken> of(OAuth2Authorization authorization, Instant now) {
        var tokens = new ArrayList<GrantToken>();
        add(tokens, authorization, GrantToken.Kind.CODE, OAuth2AuthorizationCode.class);
        add(tokens, authorization, GrantToken.Kind.DEVICE_CODE, OAuth2DeviceCode.class);
        add(tokens, authorization, GrantToken.Kind.USER_CODE, OAuth2UserCode.class);
        add(tokens, authorization, GrantToken.Kind.REFRESH, OAuth2RefreshToken.class);
        String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
        if (state != null) {
            tokens.add(new GrantToken(
                    hash(state), id(authorization), GrantToken.Kind.STATE, now, now.plusSeconds(900), false));
        }
        return tokens;
    }

    private static <T extends OAuth2Token> void add(
            List<GrantToken> tokens, OAuth2Authorization authorization, GrantToken.Kind kind, Class<T> type) {
        var held = authorization.getToken(type);
        if (held == null) {
            return;
        }
        var issuedAt = held.getToken().getIssuedAt();
        var expiresAt = held.getToken().getExpiresAt();
        if (issuedAt == null || expiresAt == null) {
            throw new IllegalStateException("A " + kind + " without an end");
        }
        tokens.add(new GrantToken(
                hash(held.getToken().getTokenValue()),
                id(authorization),
                kind,
                issuedAt,
                expiresAt,
                held.isInvalidated()));
    }

    /** Adds the newest token of each kind, and the presented one in clear. */
    static void addTo(
            OAuth2Authorization.Builder authorization, List<GrantToken> tokens, GrantToken presented, String clear) {
        for (var token : tokens) {
            if (token.kind() == presented.kind() && !token.hash().equals(presented.hash())) {
                continue;
            }
            var value = token.hash().equals(presented.hash()) ? clear : HASHED + token.hash();
            if (token.kind() == GrantToken.Kind.STATE) {
                authorization.attribute(OAuth2ParameterNames.STATE, value);
                continue;
            }
            var held = token(token, value);
            if (held != null) {
                authorization.token(
                        held, about -> about.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, token.isOver()));
            }
        }
    }

    private static @Nullable OAuth2Token token(GrantToken token, String value) {
        return switch (token.kind()) {
            case CODE -> new OAuth2AuthorizationCode(value, token.issuedAt(), token.expiresAt());
            case DEVICE_CODE -> new OAuth2DeviceCode(value, token.issuedAt(), token.expiresAt());
            case USER_CODE -> new OAuth2UserCode(value, token.issuedAt(), token.expiresAt());
            case REFRESH -> new OAuth2RefreshToken(value, token.issuedAt(), token.expiresAt());
            case STATE -> null;
        };
    }

    private static String hash(String value) {
        return value.startsWith(HASHED) ? value.substring(HASHED.length()) : Secret.hash(value);
    }

    private static UUID id(OAuth2Authorization authorization) {
        return UUID.fromString(authorization.getId());
    }
}
