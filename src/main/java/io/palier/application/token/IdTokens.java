package io.palier.application.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** ID tokens: who the person is, for the application alone. */
@Component
class IdTokens {
    private static final String NONCE = IdTokens.class.getName() + ".nonce";

    private static final List<String> TAKEN_OVER =
            List.of("iss", "sub", "oid", "tid", "upn", "unique_name", "preferred_username", "name", "amr", "ver");

    private final JwtEncoder encoder;
    private final SigningKeys keys;

    IdTokens(JwtEncoder encoder, SigningKeys keys) {
        this.encoder = encoder;
        this.keys = keys;
    }

    /** An ID token beside an access token with these claims. */
    String of(JWTClaimsSet access, @Nullable String nonce) {
        var claims = JwtClaimsSet.builder()
                .audience(List.of(String.valueOf(access.getClaim("appid"))))
                .issuedAt(instant(access, "iat"))
                .notBefore(instant(access, "nbf"))
                .expiresAt(instant(access, "exp"));
        TAKEN_OVER.stream()
                .filter(name -> access.getClaim(name) != null)
                .forEach(name -> claims.claim(name, access.getClaim(name)));
        if (nonce != null) {
            claims.claim("nonce", nonce);
        }
        var header =
                JwsHeader.with(SignatureAlgorithm.RS256).keyId(keys.current()).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }

    /** Keeps the nonce of a sign-in, which only the grant knows, for the ID token in this request's answer. */
    static void remember(String nonce) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(NONCE, nonce, RequestAttributes.SCOPE_REQUEST);
        }
    }

    static @Nullable String nonce(HttpServletRequest request) {
        return request.getAttribute(NONCE) instanceof String nonce ? nonce : null;
    }

    /** Microsoft's client library tells accounts apart by this. */
    static String clientInfo(JWTClaimsSet access) {
        var text = "{\"uid\":\"" + access.getClaim("oid") + "\",\"utid\":\"" + access.getClaim("tid") + "\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static Instant instant(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof Date date ? date.toInstant() : Instant.EPOCH;
    }
}
