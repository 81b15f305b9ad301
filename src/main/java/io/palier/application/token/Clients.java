package io.palier.application.token;

import io.palier.application.ApplicationId;
import io.palier.application.ApplicationView;
import io.palier.application.domain.ApplicationStore;
import io.palier.application.domain.SecretStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Applications as the authorization server sees them; revoked ones are not there. */
@Component
class Clients implements RegisteredClientRepository {
    /** Our own word for "with an ID token"; the server's {@code openid} keeps sessions in memory. */
    static final String ID_TOKEN = "id_token";

    static final Duration ACCESS = Duration.ofHours(1);
    static final Duration REFRESH = Duration.ofDays(90);
    private static final Duration DEVICE = Duration.ofMinutes(15);

    /** Between the hashes of an application's secrets, in the one field the server has for a secret. */
    static final String BETWEEN_HASHES = ",";

    private final ApplicationStore applications;
    private final SecretStore secrets;
    private final Clock clock;

    Clients(ApplicationStore applications, SecretStore secrets, @Qualifier("systemClock") Clock clock) {
        this.applications = applications;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Applications are registered in the portal");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return parse(clientId)
                .flatMap(applications::find)
                .filter(application -> !application.isRevoked())
                .map(this::client)
                .orElse(null);
    }

    static Optional<ApplicationId> parse(String clientId) {
        try {
            return Optional.of(new ApplicationId(UUID.fromString(clientId)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private RegisteredClient client(ApplicationView application) {
        var client = RegisteredClient.withId(application.id().toString())
                .clientId(application.id().toString())
                .clientName(application.name())
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .authorizationGrantType(AuthorizationGrantType.DEVICE_CODE)
                .scopes(scopes ->
                        scopes.addAll(List.of(AskedScope.USER_IMPERSONATION, ID_TOKEN, AskedScope.OFFLINE_ACCESS)))
                .redirectUris(addresses -> addresses.addAll(application.redirectAddresses()))
                .clientSettings(ClientSettings.builder()
                        .requireAuthorizationConsent(true)
                        .requireProofKey(!application.isConfidential())
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(ACCESS)
                        .refreshTokenTimeToLive(REFRESH)
                        .deviceCodeTimeToLive(DEVICE)
                        .reuseRefreshTokens(false)
                        .build());
        if (!application.redirectAddresses().isEmpty()) {
            client.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE);
        }
        if (application.isConfidential()) {
            client.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .clientSecret(String.join(BETWEEN_HASHES, secrets.hashes(application.id(), clock.instant())));
        } else {
            client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return client.build();
    }
}
