package io.palier.application.token;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which applications a person has let act already, so that nobody is asked twice. */
@Component
@Transactional
class Consents implements OAuth2AuthorizationConsentService {
    private final JdbcClient jdbc;
    private final Clock clock;

    Consents(JdbcClient jdbc, @Qualifier("systemClock") Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        jdbc.sql("""
                        insert into application_consent (application_id, account_id, scopes, given_at)
                        values (:application, :account, :scopes, :now)
                        on conflict (application_id, account_id) do update set scopes = excluded.scopes, given_at = excluded.given_at""")
                .param("application", UUID.fromString(consent.getRegisteredClientId()))
                .param("account", UUID.fromString(consent.getPrincipalName()))
                .param("scopes", consent.getScopes().toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        jdbc.sql("delete from application_consent where application_id = :application and account_id = :account")
                .param("application", UUID.fromString(consent.getRegisteredClientId()))
                .param("account", UUID.fromString(consent.getPrincipalName()))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable OAuth2AuthorizationConsent findById(String application, String account) {
        return jdbc.sql("""
                        select scopes from application_consent
                        where application_id = :application and account_id = :account""")
                .param("application", UUID.fromString(application))
                .param("account", UUID.fromString(account))
                .query((row, n) -> (String[]) row.getArray(1).getArray())
                .optional()
                .map(scopes -> {
                    var consent = OAuth2AuthorizationConsent.withId(application, account);
                    for (var scope : scopes) {
                        consent.scope(scope);
                    }
                    return consent.build();
                })
                .orElse(null);
    }
}
