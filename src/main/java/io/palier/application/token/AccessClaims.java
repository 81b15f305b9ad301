package io.palier.application.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.palier.application.ApplicationId;
import io.palier.application.SecretView;
import io.palier.identity.MembershipId;
import io.palier.organization.OrganizationId;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Reads access tokens that were signed here, are in their time and for this installation; asks no database. */
@Component
public class AccessClaims {
    /** Which secret the application showed, so that its end is the token's end. */
    static final String SECRET = "palier_secret";

    private static final int LONGEST = 8000;
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final SigningKeys keys;
    private final PublicAddress address;
    private final Clock clock;

    AccessClaims(SigningKeys keys, PublicAddress address, @Qualifier("systemClock") Clock clock) {
        this.keys = keys;
        this.address = address;
        this.clock = clock;
    }

    /**
     * What a valid token says.
     *
     * @param alone whether it was made for the application by itself
     * @param secret which secret the application showed; null for a public one
     * @param forPartnerCenter whether it was asked for Partner Center rather than for the directory
     */
    public record Read(
            OrganizationId organization,
            MembershipId membership,
            ApplicationId application,
            boolean alone,
            boolean mfa,
            SecretView.@Nullable Id secret,
            boolean forPartnerCenter,
            Date expiresAt) {}

    /** Empty for whatever is no token of ours, or no longer. */
    public Optional<Read> read(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(token);
            return isSigned(jwt) ? claims(jwt.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Only our one algorithm: what a token says of itself is not believed. */
    private boolean isSigned(SignedJWT jwt) throws JOSEException {
        var id = jwt.getHeader().getKeyID();
        if (id == null || !JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())) {
            return false;
        }
        var key = keys.publicKey(id);
        return key.isPresent() && jwt.verify(new RSASSAVerifier(key.get()));
    }

    private Optional<Read> claims(JWTClaimsSet claims) throws ParseException {
        var now = clock.instant();
        var organization = uuid(claims, "tid");
        var audience = claims.getAudience().size() == 1
                ? Audience.find(claims.getAudience().getFirst())
                : Optional.<Audience>empty();
        if (audience.isEmpty()
                || claims.getExpirationTime() == null
                || !now.isBefore(claims.getExpirationTime().toInstant())
                || claims.getNotBeforeTime() == null
                || now.plus(SKEW).isBefore(claims.getNotBeforeTime().toInstant())
                || !isIssuer(claims.getIssuer(), new OrganizationId(organization))) {
            return Optional.empty();
        }
        var secret = claims.getStringClaim(SECRET);
        var amr = claims.getStringListClaim("amr");
        return Optional.of(new Read(
                new OrganizationId(organization),
                new MembershipId(uuid(claims, "oid")),
                new ApplicationId(uuid(claims, "appid")),
                "app".equals(claims.getStringClaim("idtyp")),
                amr != null && amr.contains("mfa"),
                secret == null ? null : new SecretView.Id(UUID.fromString(secret)),
                audience.get().isPartnerCenter(),
                claims.getExpirationTime()));
    }

    private boolean isIssuer(@Nullable String issuer, OrganizationId organization) {
        return List.of(address.issuer(organization, true), address.issuer(organization, false))
                .contains(String.valueOf(issuer));
    }

    private static UUID uuid(JWTClaimsSet claims, String name) throws ParseException {
        var text = claims.getStringClaim(name);
        if (text == null) {
            throw new ParseException("No " + name, 0);
        }
        return UUID.fromString(text);
    }
}
