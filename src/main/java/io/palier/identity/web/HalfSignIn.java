package io.palier.identity.web;

import io.palier.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A sign-in between the password and the code. It lives in the session, but nobody is signed in by it.
 *
 * @param name as typed
 * @param since when the password was right
 */
record HalfSignIn(SignedIn person, String name, Instant since) implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String ATTRIBUTE = HalfSignIn.class.getName();
    private static final Duration LIFE = Duration.ofMinutes(10);

    static Optional<HalfSignIn> find(HttpServletRequest request, Instant now) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(ATTRIBUTE) instanceof HalfSignIn half
                        && now.isBefore(half.since().plus(LIFE))
                ? Optional.of(half)
                : Optional.empty();
    }

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(ATTRIBUTE);
    }
}
