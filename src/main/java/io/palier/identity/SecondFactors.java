package io.palier.identity;

import io.palier.identity.domain.Accounts;
import io.palier.identity.domain.OneTimeCodes;
import io.palier.identity.domain.RecoveryCodes;
import io.palier.identity.domain.SecondFactorStore;
import io.palier.identity.domain.SignInGuard;
import io.palier.platform.Installation;
import io.palier.shared.Actor;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to second factors: codes from a device of the person, and recovery codes for the day it is lost. A factor
 * belongs to the account, whichever organization the person acts for.
 */
@Service
@Transactional
public class SecondFactors {
    private final SecondFactorStore store;
    private final RecoveryCodes recoveryCodes;
    private final Accounts accounts;
    private final Users users;
    private final SignInGuard guard;
    private final Sessions sessions;
    private final Installation installation;
    private final AuditTrail audit;
    private final Clock clock;

    SecondFactors(
            SecondFactorStore store,
            RecoveryCodes recoveryCodes,
            Accounts accounts,
            Users users,
            SignInGuard guard,
            Sessions sessions,
            Installation installation,
            AuditTrail audit,
            @Qualifier("systemClock") Clock clock) {
        this.store = store;
        this.recoveryCodes = recoveryCodes;
        this.accounts = accounts;
        this.users = users;
        this.guard = guard;
        this.sessions = sessions;
        this.installation = installation;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How a person's second factor stands.
     *
     * @param key what the device needs to know, while it is being set up
     * @param since when it was turned on; null while it is not
     * @param codesLeft recovery codes that can still be used
     * @param isRequired whether the person may not turn it off
     */
    public record State(Optional<String> key, @Nullable Instant since, int codesLeft, boolean isRequired) {

        public boolean isOn() {
            return since != null;
        }
    }

    @Transactional(readOnly = true)
    public State state(Viewer viewer) {
        var row = store.find(viewer.account());
        var since = row.map(SecondFactorStore.Row::confirmedAt).orElse(null);
        return new State(
                row.filter(r -> r.confirmedAt() == null).map(r -> OneTimeCodes.text(r.seed())),
                since,
                store.recoveryCodesLeft(viewer.account()),
                isRequired(viewer));
    }

    /** Whether the account asks for a code after the password. */
    @Transactional(readOnly = true)
    public boolean isOn(AccountId account) {
        return store.isOn(account);
    }

    /** Whether the installation wants people like this viewer to use a second factor. */
    @Transactional(readOnly = true)
    public boolean isRequired(Viewer viewer) {
        return (viewer.isProvider() || viewer.isReseller())
                && installation.settings().secondFactorForPartners();
    }

    /**
     * Makes a new key for the viewer's device; nothing counts until {@link #turnOn}.
     *
     * @throws Refusal conflict, while a second factor is on
     */
    public void begin(Viewer viewer) {
        if (store.isOn(viewer.account())) {
            throw Refusal.conflict("second-factor.on-already");
        }
        store.begin(viewer.account(), OneTimeCodes.seed(), clock.instant());
    }

    /**
     * Turns the factor on and ends all of the person's sessions; the page opens a new one.
     *
     * @return the recovery codes, to be shown once
     * @throws Refusal invalid, field {@code code}, if the device shows another one; conflict, if nothing was begun
     */
    public List<String> turnOn(Viewer viewer, String code) {
        var row = store.find(viewer.account())
                .filter(r -> r.confirmedAt() == null)
                .orElseThrow(() -> Refusal.conflict("second-factor.not-begun"));
        var step = OneTimeCodes.step(row.seed(), digits(code), clock.instant());
        if (step.isEmpty()) {
            throw Refusal.invalid("code", "second-factor.wrong");
        }
        if (!store.confirm(viewer.account(), step.getAsLong(), clock.instant())) {
            throw Refusal.conflict("second-factor.on-already");
        }
        var codes = newRecoveryCodes(viewer.account());
        sessions.endAll(viewer.account());
        audit.record(entry(viewer, "user.second-factor-on"));
        return codes;
    }

    /**
     * New recovery codes in the place of the former ones.
     *
     * @param code from the device, or one of the former recovery codes
     * @return the codes, to be shown once
     * @throws Refusal invalid, field {@code code}, if it is wrong, or guessed too often
     */
    @Transactional(noRollbackFor = Refusal.class) // a refused guess counts
    public List<String> renewRecoveryCodes(Viewer viewer, String code) {
        insist(viewer, code);
        var codes = newRecoveryCodes(viewer.account());
        audit.record(entry(viewer, "user.recovery-codes-renewed"));
        return codes;
    }

    /**
     * Turns the factor off.
     *
     * @param code from the device, or a recovery code
     * @throws Refusal invalid, field {@code code}, if it is wrong, or guessed too often; conflict, while a second
     *     factor is required
     */
    @Transactional(noRollbackFor = Refusal.class) // a refused guess counts
    public void turnOff(Viewer viewer, String code) {
        if (isRequired(viewer)) {
            throw Refusal.conflict("second-factor.required");
        }
        insist(viewer, code);
        store.remove(viewer.account());
        audit.record(entry(viewer, "user.second-factor-off"));
    }

    private void insist(Viewer viewer, String code) {
        switch (check(new SignedIn(viewer.account().value(), viewer.membership().value()), code)) {
            case Answer.Right right -> {}
            case Answer.Wrong wrong -> throw Refusal.invalid("code", "second-factor.wrong");
            case Answer.Locked locked -> throw Refusal.invalid("code", "second-factor.locked", locked.seconds());
        }
    }

    /** What became of a code. */
    public sealed interface Answer {
        /** It opens the account, and no longer does. */
        record Right() implements Answer {}

        /** It is wrong, was used before, or belongs to a factor that is off. */
        record Wrong() implements Answer {}

        /**
         * Too many were wrong.
         *
         * @param left until the next one is looked at
         */
        record Locked(Duration left) implements Answer {
            /** Whole seconds, at least one. */
            public long seconds() {
                return Math.max(1, left.toSeconds() + 1);
            }
        }
    }

    /** Whether the code, of the device or for recovery, opens the account; each does so once only. */
    public Answer check(SignedIn person, String code) {
        var account = new AccountId(person.account());
        var attempt = SignInGuard.Attempt.secondFactor(account);
        var wait = guard.wait(attempt);
        if (!wait.isZero()) {
            return new Answer.Locked(wait);
        }
        if (isDeviceCode(account, code) || isRecoveryCode(person, code)) {
            guard.succeeded(attempt);
            return new Answer.Right();
        }
        guard.failed(attempt);
        return new Answer.Wrong();
    }

    private boolean isDeviceCode(AccountId account, String code) {
        var step = store.find(account)
                .map(row -> OneTimeCodes.step(row.seed(), digits(code), clock.instant()))
                .orElseGet(OptionalLong::empty);
        return step.isPresent() && store.useStep(account, step.getAsLong());
    }

    private boolean isRecoveryCode(SignedIn person, String code) {
        var account = new AccountId(person.account());
        if (!store.isOn(account)
                || !store.useRecoveryCode(account, recoveryCodes.hash(account, code), clock.instant())) {
            return false;
        }
        accounts.viewer(person)
                .ifPresent(viewer -> audit.record(entry(viewer, "user.recovery-code-used")
                        .change("left", null, store.recoveryCodesLeft(account))));
        return true;
    }

    /**
     * Takes the second factor off a user who has lost the device and the recovery codes; live sessions end.
     *
     * @throws Refusal forbidden, for all but the organization's global admins; not found, for another organization's
     *     user; conflict, for one's own, for a user who acts for another organization too, and where there is none
     */
    public void reset(Viewer viewer, MembershipId id) {
        viewer.require(Right.RESET_SECOND_FACTOR);
        var user = users.get(viewer.organization(), id);
        if (user.account().equals(viewer.account())) {
            throw Refusal.conflict("second-factor.own");
        }
        if (accounts.choices(user.account()).size() > 1) {
            throw Refusal.conflict("second-factor.elsewhere");
        }
        if (!store.remove(user.account())) {
            throw Refusal.conflict("second-factor.none");
        }
        sessions.endAll(user.account());
        audit.record(AuditEntry.of(viewer.actor(), "user.second-factor-reset", "user", id));
    }

    private List<String> newRecoveryCodes(AccountId account) {
        var codes = recoveryCodes.generate();
        store.recoveryCodes(
                account,
                codes.stream().map(code -> recoveryCodes.hash(account, code)).toList());
        return codes;
    }

    private static AuditEntry entry(Viewer viewer, String kind) {
        return AuditEntry.of(Actor.person(viewer.organization(), viewer.account()), kind, "user", viewer.membership());
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }
}
