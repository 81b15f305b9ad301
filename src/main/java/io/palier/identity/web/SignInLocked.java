package io.palier.identity.web;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** Too many failures; the wait says how long. */
class SignInLocked extends LockedException {
    private final Duration wait;

    SignInLocked(Duration wait) {
        super("sign-in locked");
        this.wait = wait;
    }

    /** Whole seconds, at least one. */
    long seconds() {
        return Math.max(1, wait.toSeconds() + 1);
    }
}
