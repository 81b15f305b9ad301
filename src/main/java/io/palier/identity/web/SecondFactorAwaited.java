package io.palier.identity.web;

import io.palier.identity.SignedIn;
import java.io.Serial;
import org.springframework.security.core.AuthenticationException;

/** The password was right; a code has to follow before anybody is signed in. */
class SecondFactorAwaited extends AuthenticationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final SignedIn person;

    SecondFactorAwaited(SignedIn person) {
        super("second factor awaited");
        this.person = person;
    }

    SignedIn person() {
        return person;
    }
}
