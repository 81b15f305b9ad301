package io.palier.identity;

import io.palier.identity.domain.Accounts;
import io.palier.identity.domain.CommonPasswords;
import io.palier.identity.domain.SignInGuard;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Refusal;
import java.util.Locale;
import java.util.Objects;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's own password. */
@Service
@Transactional
public class Passwords {
    public static final int SHORTEST = 12;

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final AuditTrail audit;
    private final Sessions sessions;
    private final SignInGuard guard;

    Passwords(Accounts accounts, PasswordEncoder encoder, AuditTrail audit, Sessions sessions, SignInGuard guard) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.audit = audit;
        this.sessions = sessions;
        this.guard = guard;
    }

    /**
     * Changes the viewer's password and ends all of the person's sessions; the page opens a new one.
     *
     * @throws Refusal invalid, if the present password is wrong, was wrong too often, or the new one is too weak or no new one
     */
    public void change(Viewer viewer, String current, String wanted) {
        prove(viewer, current);
        check(wanted, viewer.signInName());
        if (current.equals(wanted)) {
            throw Refusal.invalid("wanted", "password.same");
        }
        accounts.password(viewer.account(), Objects.requireNonNull(encoder.encode(wanted)), false);
        sessions.endAll(viewer.account());
        audit.record(AuditEntry.of(viewer.actor(), "user.password-changed", "user", viewer.membership()));
    }

    /** Somebody at an unlocked screen may not try passwords without end. */
    private void prove(Viewer viewer, String current) {
        var attempt = SignInGuard.Attempt.currentPassword(viewer.account());
        var wait = guard.wait(attempt);
        if (!wait.isZero()) {
            throw Refusal.invalid("current", "password.locked", Math.max(1, wait.toSeconds() + 1));
        }
        var hash = accounts.credentials(viewer.account())
                .orElseThrow(Refusal::notFound)
                .passwordHash();
        if (hash == null || !encoder.matches(current, hash)) {
            guard.failed(attempt);
            throw Refusal.invalid("current", "password.wrong");
        }
        guard.succeeded(attempt);
    }

    /**
     * Insists on a password that is hard to guess.
     *
     * @throws Refusal invalid, field {@code wanted}, for a password that is short, the name, one character, or one
     *     that everybody takes
     */
    public static void check(String wanted, String signInName) {
        if (wanted.length() < SHORTEST || wanted.length() > 200) {
            throw Refusal.invalid("wanted", "password.too-short", SHORTEST);
        }
        var folded = wanted.toLowerCase(Locale.ROOT);
        if (wanted.chars().distinct().count() < 5
                || CommonPasswords.contains(wanted)
                || folded.contains(signInName.toLowerCase(Locale.ROOT))
                || signInName.toLowerCase(Locale.ROOT).contains(folded)) {
            throw Refusal.invalid("wanted", "password.too-weak");
        }
    }
}
