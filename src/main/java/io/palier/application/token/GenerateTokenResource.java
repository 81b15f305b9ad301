package io.palier.application.token;

import io.palier.application.AccessTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Old scripts exchange their token for one of Partner Center; here that is the same token (accounts contract 1.1). */
@RestController
class GenerateTokenResource {
    private static final String BEARER = "bearer ";

    private final AccessTokens tokens;
    private final AccessClaims claims;
    private final Clock clock;

    GenerateTokenResource(AccessTokens tokens, AccessClaims claims, @Qualifier("systemClock") Clock clock) {
        this.tokens = tokens;
        this.claims = claims;
        this.clock = clock;
    }

    @PostMapping({"/generatetoken", "/GenerateToken"})
    ResponseEntity<Map<String, Object>> any(@RequestHeader(defaultValue = "") String authorization) {
        return answer(authorization, false);
    }

    /** The newer address takes tokens for Partner Center only. */
    @PostMapping("/v3/generatetoken")
    ResponseEntity<Map<String, Object>> forPartnerCenter(@RequestHeader(defaultValue = "") String authorization) {
        return answer(authorization, true);
    }

    private ResponseEntity<Map<String, Object>> answer(String authorization, boolean forPartnerCenter) {
        var token = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : "";
        return claims.read(token)
                .filter(read -> !forPartnerCenter || read.forPartnerCenter())
                .filter(read -> tokens.read(token).isPresent())
                .map(read -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(Map.<String, Object>of(
                                "access_token",
                                token,
                                "token_type",
                                "Bearer",
                                "expires_in",
                                Duration.between(
                                                clock.instant(),
                                                read.expiresAt().toInstant())
                                        .toSeconds())))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                        .body(Map.of(
                                "error", "invalid_grant",
                                "error_description", "The token is missing, not valid here, or over.")));
    }
}
