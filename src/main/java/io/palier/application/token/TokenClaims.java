package io.palier.application.token;

import io.palier.application.ApplicationView;
import io.palier.application.SecretView;
import io.palier.application.domain.ApplicationStore;
import io.palier.application.domain.SecretStore;
import io.palier.identity.MembershipId;
import io.palier.identity.SecondFactors;
import io.palier.identity.Viewer;
import io.palier.identity.Viewers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** What an access token says (accounts contract 1.3), and the last checks before it is signed. */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private final ApplicationStore applications;
    private final SecretStore secrets;
    private final Viewers viewers;
    private final SecondFactors secondFactors;
    private final Tenants tenants;
    private final PublicAddress address;
    private final SigningKeys keys;
    private final Clock clock;

    TokenClaims(
            ApplicationStore applications,
            SecretStore secrets,
            Viewers viewers,
            SecondFactors secondFactors,
            Tenants tenants,
            PublicAddress address,
            SigningKeys keys,
            @Qualifier("systemClock") Clock clock) {
        this.applications = applications;
        this.secrets = secrets;
        this.viewers = viewers;
        this.secondFactors = secondFactors;
        this.tenants = tenants;
        this.address = address;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        var application = Clients.parse(context.getRegisteredClient().getClientId())
                .flatMap(applications::find)
                .orElseThrow(() -> problem(OAuth2ErrorCodes.INVALID_CLIENT, "The application is not known."));
        var request =
                Objects.requireNonNull(context.<OAuth2AuthorizationGrantAuthenticationToken>getAuthorizationGrant());
        var asked = request.getAdditionalParameters();
        var tenant = text(asked, Dialect.TENANT).orElse("common");
        if (!tenants.isFor(tenant, application.organization())) {
            throw problem(
                    OAuth2ErrorCodes.UNAUTHORIZED_CLIENT,
                    "The application " + application.id() + " is not registered in the tenant '" + tenant + "'.");
        }
        boolean alone = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
        var viewer = alone ? own(application) : person(context.getAuthorization(), application);
        boolean first = text(asked, Dialect.VERSION).map("1"::equals).orElse(false);
        context.getJwsHeader().keyId(keys.current());
        context.getClaims().claims(claims -> {
            claims.remove("scope");
            claims.put("iss", address.issuer(application.organization(), first));
            claims.put("aud", audience(asked, context.getAuthorization()).text());
            claims.put("sub", viewer.membership().toString());
            claims.put("oid", viewer.membership().toString());
            claims.put("tid", application.organization().toString());
            claims.put("appid", application.id().toString());
            claims.put("azp", application.id().toString());
            claims.put("ver", first ? "1.0" : "2.0");
            if (alone) {
                claims.put("idtyp", "app");
            } else {
                claims.putAll(ofPerson(viewer, grant(context.getAuthorization())));
            }
            secret(request.getPrincipal(), application).ifPresent(id -> claims.put(AccessClaims.SECRET, id.toString()));
        });
        text(nonce(context), "nonce").ifPresent(IdTokens::remember);
        applications.used(application.id(), clock.instant());
    }

    private static Map<String, Object> nonce(JwtEncodingContext context) {
        return AuthorizationGrantType.AUTHORIZATION_CODE.equals(context.getAuthorizationGrantType())
                ? grant(context.getAuthorization()).parameters()
                : Map.of();
    }

    private Viewer own(ApplicationView application) {
        return viewers.find(application.membership())
                .filter(Viewer::organizationActive)
                .orElseThrow(() -> problem(
                        OAuth2ErrorCodes.UNAUTHORIZED_CLIENT,
                        "The application's organization may not act at present."));
    }

    private Viewer person(@Nullable OAuth2Authorization authorization, ApplicationView application) {
        var grant = grant(authorization);
        var person = Optional.ofNullable(grant.membership())
                .map(MembershipId::new)
                .flatMap(viewers::find)
                .filter(viewer -> viewer.organization().equals(application.organization()))
                .filter(viewer -> viewer.organizationActive() && !viewer.mustChangePassword())
                .orElseThrow(() -> problem(
                        OAuth2ErrorCodes.INVALID_GRANT, "The person may not act for this organization at present."));
        if (!grant.secondFactor() && secondFactors.isRequired(person)) {
            throw problem(
                    OAuth2ErrorCodes.INVALID_GRANT, "The person must sign in again, this time with a second factor.");
        }
        return person;
    }

    private static GrantedTo grant(@Nullable OAuth2Authorization authorization) {
        GrantedTo person = authorization == null ? null : authorization.getAttribute(GrantedTo.class.getName());
        return person == null ? GrantedTo.NOBODY : person;
    }

    private static Map<String, Object> ofPerson(Viewer viewer, GrantedTo grant) {
        return Map.of(
                "scp", AskedScope.USER_IMPERSONATION,
                "upn", viewer.signInName(),
                "unique_name", viewer.signInName(),
                "preferred_username", viewer.signInName(),
                "name", viewer.displayName(),
                "amr", grant.secondFactor() ? List.of("pwd", "mfa") : List.of("pwd"));
    }

    /** What is asked for now, else what was asked for when the person agreed, else Partner Center. */
    private static Audience audience(Map<String, Object> asked, @Nullable OAuth2Authorization authorization) {
        var resource = text(asked, Dialect.RESOURCE)
                .or(() -> Optional.ofNullable(authorization)
                        .flatMap(known -> text(grant(known).parameters(), Dialect.RESOURCE)));
        if (resource.isEmpty()) {
            return Audience.PARTNER_CENTER;
        }
        return Audience.find(resource.get())
                .orElseThrow(() -> problem("invalid_resource", "No resource here is named '" + resource.get() + "'."));
    }

    private Optional<SecretView.Id> secret(@Nullable Object client, ApplicationView application) {
        return client instanceof Authentication shown && shown.getCredentials() instanceof String secret
                ? secrets.used(application.id(), secret, clock.instant())
                : Optional.empty();
    }

    private static Optional<String> text(Map<String, Object> parameters, String name) {
        return parameters.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static OAuth2AuthenticationException problem(String code, String description) {
        return new OAuth2AuthenticationException(new OAuth2Error(code, description, null));
    }
}
