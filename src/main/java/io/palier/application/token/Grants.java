package io.palier.application.token;

import io.palier.application.domain.Secret;
import io.palier.identity.AccountId;
import io.palier.identity.SecondFactor;
import io.palier.identity.SignedIn;
import io.palier.identity.Viewers;
import java.security.Principal;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people let applications do, kept with hashes of the tokens only. Access tokens are not kept: they speak for
 * themselves.
 *
 * <p>Codes, and the refresh tokens of public applications, are good for one use; whoever shows one again ends the grant,
 * for one of the two has stolen it. Confidential applications may go on with an older refresh token, as official clients
 * do.
 */
@Component
class Grants implements OAuth2AuthorizationService {
    private static final String PRESENTED = "presented";

    private final GrantStore store;
    private final Clients clients;
    private final Viewers viewers;
    private final Clock clock;

    Grants(GrantStore store, Clients clients, Viewers viewers, @Qualifier("systemClock") Clock clock) {
        this.store = store;
        this.clients = clients;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void save(OAuth2Authorization authorization) {
        if (authorization.getAuthorizationGrantType().equals(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
            return;
        }
        useUp(authorization);
        store.save(row(authorization), clock.instant());
        store.saveTokens(UUID.fromString(authorization.getId()), GrantTokens.of(authorization, clock.instant()));
    }

    /** Of two requests with one code only one gets here first. */
    private void useUp(OAuth2Authorization authorization) {
        GrantToken presented = authorization.getAttribute(PRESENTED);
        if (presented != null && isUsedUp(authorization, presented) && !store.useUp(presented.hash())) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    private boolean isUsedUp(OAuth2Authorization authorization, GrantToken presented) {
        boolean tokensWereGiven = authorization.getAccessToken() != null;
        return switch (presented.kind()) {
            case STATE -> true;
            case USER_CODE -> false;
            case CODE, DEVICE_CODE -> tokensWereGiven;
            case REFRESH -> tokensWereGiven && isPublic(authorization);
        };
    }

    private boolean isPublic(OAuth2Authorization authorization) {
        var client = clients.findById(authorization.getRegisteredClientId());
        return client == null || client.getClientSettings().isRequireProofKey();
    }

    @Override
    @Transactional
    public void remove(OAuth2Authorization authorization) {
        store.remove(UUID.fromString(authorization.getId()));
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        throw new UnsupportedOperationException("Grants are found by their tokens");
    }

    @Override
    @Transactional
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        var found = store.findToken(Secret.hash(token))
                .filter(presented -> type == null || presented.kind().isOf(type.getValue()));
        if (found.isEmpty()) {
            return null;
        }
        var presented = found.get();
        if (presented.isOver() && presented.kind().isStolenIfShownAgain()) {
            store.revoke(presented.grant(), clock.instant());
            return null;
        }
        if (presented.kind() == GrantToken.Kind.STATE && !isOpen(presented)) {
            return null;
        }
        return store.find(presented.grant())
                .flatMap(row -> Optional.ofNullable(
                                clients.findById(row.application().toString()))
                        .map(client -> authorization(client, row, presented, token)))
                .orElse(null);
    }

    private boolean isOpen(GrantToken state) {
        return !state.isOver() && clock.instant().isBefore(state.expiresAt());
    }

    private OAuth2Authorization authorization(
            RegisteredClient client, GrantRow row, GrantToken presented, String token) {
        var authorization = OAuth2Authorization.withRegisteredClient(client)
                .id(row.id().toString())
                .principalName(row.principalName())
                .authorizationGrantType(new AuthorizationGrantType(row.grantType()))
                .authorizedScopes(new HashSet<>(row.authorizedScopes()))
                .attribute(PRESENTED, presented)
                .attribute(
                        GrantedTo.class.getName(),
                        new GrantedTo(row.membership(), row.secondFactor(), row.parameters()));
        GrantTokens.addTo(authorization, store.tokens(row.id()), presented, token);
        row.signedIn().ifPresent(person -> authorization.attribute(Principal.class.getName(), principal(person, row)));
        if (row.authorizationUri() != null) {
            authorization.attribute(OAuth2AuthorizationRequest.class.getName(), request(client, row));
        } else {
            authorization.attribute(OAuth2ParameterNames.SCOPE, new HashSet<>(row.requestedScopes()));
        }
        return authorization.build();
    }

    private static Authentication principal(SignedIn person, GrantRow row) {
        return UsernamePasswordAuthenticationToken.authenticated(
                person,
                null,
                row.secondFactor() ? AuthorityUtils.createAuthorityList(SecondFactor.AUTHORITY) : List.of());
    }

    private static OAuth2AuthorizationRequest request(RegisteredClient client, GrantRow row) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(String.valueOf(row.authorizationUri()))
                .clientId(client.getClientId())
                .redirectUri(row.redirectAddress())
                .scopes(new HashSet<>(row.requestedScopes()))
                .state(row.state())
                .additionalParameters(row.parameters())
                .build();
    }

    private GrantRow row(OAuth2Authorization authorization) {
        OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        Authentication principal = authorization.getAttribute(Principal.class.getName());
        var person = principal != null && principal.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
        Set<String> deviceScopes = authorization.getAttribute(OAuth2ParameterNames.SCOPE);
        var client = UUID.fromString(authorization.getRegisteredClientId());
        return new GrantRow(
                UUID.fromString(authorization.getId()),
                client,
                authorization.getAuthorizationGrantType().getValue(),
                authorization.getPrincipalName(),
                person == null ? null : person.account(),
                person == null ? null : membership(client, person).orElse(null),
                person != null && SecondFactor.wasUsed(principal),
                request == null ? null : request.getAuthorizationUri(),
                request == null ? null : request.getRedirectUri(),
                request == null ? null : request.getState(),
                request != null ? request.getScopes() : deviceScopes == null ? Set.of() : deviceScopes,
                authorization.getAuthorizedScopes(),
                request == null ? Map.of() : request.getAdditionalParameters());
    }

    /** The person acts by the membership in the application's organization, whichever the browser shows just now. */
    private Optional<UUID> membership(UUID application, SignedIn person) {
        return store.organization(application)
                .flatMap(organization -> viewers.membership(new AccountId(person.account()), organization))
                .map(id -> id.value());
    }
}
