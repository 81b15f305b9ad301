package io.palier.application;

import io.palier.application.ApplicationView.Kind;
import io.palier.application.domain.ApplicationStore;
import io.palier.application.domain.RedirectAddresses;
import io.palier.application.domain.Secret;
import io.palier.application.domain.SecretStore;
import io.palier.identity.ApplicationMembers;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The applications of the viewer's organization; all of it needs {@link Right#MANAGE_APPLICATIONS}. */
@Service
@Transactional
public class Applications {
    /** How many secrets may be in use at a time: the old one and the one that follows it. */
    public static final int MOST_SECRETS = 2;

    /** The longest life of a secret, in months. */
    public static final int LONGEST_LIFE = 24;

    private static final int PAGE = 25;

    private final ApplicationStore store;
    private final SecretStore secrets;
    private final ApplicationMembers members;
    private final AuditTrail audit;
    private final Clock clock;

    Applications(
            ApplicationStore store,
            SecretStore secrets,
            ApplicationMembers members,
            AuditTrail audit,
            @Qualifier("systemClock") Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /** 25 a page, newest first; the rows come without their secrets. */
    @Transactional(readOnly = true)
    public Slice<ApplicationView> list(Viewer viewer, @Nullable Cursor after) {
        viewer.require(Right.MANAGE_APPLICATIONS);
        return store.list(viewer.organization(), after, PAGE);
    }

    /**
     * One of the organization's applications.
     *
     * @throws Refusal not found, also for another organization's application
     */
    @Transactional(readOnly = true)
    public ApplicationView get(Viewer viewer, ApplicationId id) {
        viewer.require(Right.MANAGE_APPLICATIONS);
        return store.find(id)
                .filter(application -> application.organization().equals(viewer.organization()))
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Registers an application, without a secret yet.
     *
     * @throws Refusal invalid, for a redirect address or a role that cannot be
     */
    public ApplicationId register(Viewer viewer, Kind kind, ApplicationDetails details) {
        return register(viewer, ApplicationId.next(), kind, details);
    }

    /** Registers under an id that is known already: examples that name it stay true. */
    public ApplicationId register(Viewer viewer, ApplicationId id, Kind kind, ApplicationDetails details) {
        viewer.require(Right.MANAGE_APPLICATIONS);
        check(kind, details);
        var membership = members.add(viewer.organization(), id.value(), details.name(), details.roles());
        store.add(id, viewer.organization(), membership, kind, details, viewer.account(), clock.instant());
        audit.record(entry(viewer, "application.registered", id)
                .change("name", null, details.name())
                .change("kind", null, kind)
                .change("roles", null, details.roles())
                .change("redirectAddresses", null, details.redirectAddresses())
                .change("serviceAccount", null, details.serviceAccount()));
        return id;
    }

    /**
     * Changes name, addresses, roles and the switch of service accounts.
     *
     * @throws Refusal gone, for a revoked one; changed meanwhile, if {@code version} is not the present one
     */
    public void change(Viewer viewer, ApplicationId id, int version, ApplicationDetails details) {
        var before = live(viewer, id);
        check(before.kind(), details);
        store.change(id, version, details);
        members.change(viewer.organization(), before.membership(), details.name(), details.roles());
        audit.record(entry(viewer, "application.changed", id)
                .change("name", before.name(), details.name())
                .change("roles", before.roles(), details.roles())
                .change("redirectAddresses", before.redirectAddresses(), details.redirectAddresses())
                .change("serviceAccount", before.serviceAccount(), details.serviceAccount()));
    }

    /**
     * Makes a secret, to be shown once.
     *
     * @param months how long it lives, 1 to {@value #LONGEST_LIFE}
     * @throws Refusal conflict, for a public application, or while {@value #MOST_SECRETS} secrets are in use
     */
    public NewSecret addSecret(Viewer viewer, ApplicationId id, int months) {
        return addSecret(viewer, id, months, Secret.generate());
    }

    /** Adds a secret known already, of at least 20 characters: a demo prints the same at every start. */
    public NewSecret addSecret(Viewer viewer, ApplicationId id, int months, String secret) {
        store.lock(id);
        var application = live(viewer, id);
        var now = clock.instant();
        if (!application.isConfidential()) {
            throw Refusal.conflict("application.no-secret");
        }
        if (months < 1 || months > LONGEST_LIFE) {
            throw Refusal.invalid("months", "application.secret-life", LONGEST_LIFE);
        }
        if (application.secrets().stream().filter(s -> !s.isExpired(now)).count() >= MOST_SECRETS) {
            throw Refusal.conflict("application.secrets-enough", MOST_SECRETS);
        }
        var expiresAt = after(now, months);
        var secretId = secrets.add(id, secret, now, expiresAt);
        audit.record(entry(viewer, "application.secret-added", id)
                .change("secret", null, secretId)
                .change("expiresAt", null, expiresAt));
        return new NewSecret(id, secret);
    }

    /** Ends a secret and the tokens it was used for. Revoking twice is no change. */
    public void revokeSecret(Viewer viewer, ApplicationId id, SecretView.Id secret) {
        var application = live(viewer, id);
        if (application.secrets().stream().noneMatch(s -> s.id().equals(secret))) {
            throw Refusal.notFound();
        }
        secrets.revoke(secret, clock.instant());
        audit.record(entry(viewer, "application.secret-revoked", id).change("secret", secret, null));
    }

    /** Ends an application for good, with all its tokens. Revoking twice is no change. */
    public void revoke(Viewer viewer, ApplicationId id) {
        var application = get(viewer, id);
        if (application.isRevoked()) {
            return;
        }
        store.revoke(id, clock.instant());
        members.end(application.membership());
        audit.record(entry(viewer, "application.revoked", id).change("name", application.name(), null));
    }

    private ApplicationView live(Viewer viewer, ApplicationId id) {
        var application = get(viewer, id);
        if (application.isRevoked()) {
            throw Refusal.gone("application.revoked");
        }
        return application;
    }

    private static void check(Kind kind, ApplicationDetails details) {
        RedirectAddresses.check(details.redirectAddresses());
        if (kind == Kind.PUBLIC && details.serviceAccount()) {
            throw Refusal.invalid("serviceAccount", "application.public-service-account");
        }
    }

    private static Instant after(Instant now, int months) {
        return now.atZone(ZoneOffset.UTC).plus(Period.ofMonths(months)).toInstant();
    }

    private static AuditEntry entry(Viewer viewer, String kind, ApplicationId id) {
        return AuditEntry.of(viewer.actor(), kind, "application", id);
    }
}
