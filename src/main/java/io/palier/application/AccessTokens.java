package io.palier.application;

import io.palier.application.token.AccessClaims;
import io.palier.identity.Viewer;
import io.palier.identity.Viewers;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for what the API is shown as {@code Authorization: Bearer …}. */
@Service
public class AccessTokens {
    private final AccessClaims claims;
    private final Viewers viewers;
    private final JdbcClient jdbc;

    AccessTokens(AccessClaims claims, Viewers viewers, JdbcClient jdbc) {
        this.claims = claims;
        this.viewers = viewers;
        this.jdbc = jdbc;
    }

    /**
     * Who calls with this token. The signature, its algorithm, issuer, audience and time are checked first; then the
     * application, the secret it showed, the membership and the organization are read anew, so that what ended, ended at
     * once. Costs two statements by primary key, each its own transaction, none for a token that is not valid.
     */
    public Optional<Caller> read(String bearerToken) {
        return claims.read(bearerToken).flatMap(this::caller);
    }

    private Optional<Caller> caller(AccessClaims.Read token) {
        return isServiceAccount(token)
                .flatMap(serviceAccount -> viewers.find(token.membership())
                        .filter(viewer -> isStillAllowed(viewer, token))
                        .map(viewer -> new Caller(
                                viewer.through(token.application().value()),
                                token.application(),
                                !token.alone() || serviceAccount,
                                token.mfa() && !token.alone())));
    }

    private static boolean isStillAllowed(Viewer viewer, AccessClaims.Read token) {
        return viewer.organization().equals(token.organization())
                && viewer.organizationActive()
                && !viewer.mustChangePassword();
    }

    /** Empty if the application, or the secret it showed, is revoked. */
    private Optional<Boolean> isServiceAccount(AccessClaims.Read token) {
        var secret = token.secret();
        return jdbc.sql("""
                        select a.service_account from application a
                        where a.id = :application and a.organization_id = :organization and a.revoked_at is null
                          and (not :alone or a.membership_id = :membership)
                          and (:secret::uuid is null or exists (
                              select from application_secret s
                              where s.id = :secret and s.application_id = a.id and s.revoked_at is null))""")
                .param("application", token.application().value())
                .param("organization", token.organization().value())
                .param("alone", token.alone())
                .param("membership", token.membership().value())
                .param("secret", secret == null ? null : secret.value())
                .query(Boolean.class)
                .optional();
    }
}
