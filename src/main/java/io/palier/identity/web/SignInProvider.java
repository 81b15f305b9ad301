package io.palier.identity.web;

import io.palier.identity.AccountId;
import io.palier.identity.SecondFactors;
import io.palier.identity.SignedIn;
import io.palier.identity.domain.Accounts;
import io.palier.identity.domain.Accounts.Credentials;
import io.palier.identity.domain.SignInGuard;
import io.palier.identity.domain.SignInGuard.Attempt;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks name and password, always with the same work and the same answer, whether the name exists or not. */
@Component
class SignInProvider implements AuthenticationProvider {
    private static final int LONGEST = 200;

    private final Accounts accounts;
    private final SignInGuard guard;
    private final PasswordEncoder encoder;
    private final SecondFactors secondFactors;
    private final String hashOfNobody;

    SignInProvider(Accounts accounts, SignInGuard guard, PasswordEncoder encoder, SecondFactors secondFactors) {
        this.accounts = accounts;
        this.guard = guard;
        this.encoder = encoder;
        this.secondFactors = secondFactors;
        this.hashOfNobody = Objects.requireNonNull(encoder.encode("nobody has this password"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var name = asked.getName().strip();
        var password = asked.getCredentials() instanceof String typed ? typed : "";
        var attempt = asked.getDetails() instanceof Attempt a ? a : new Attempt(name, "", java.util.Optional.empty());
        var wait = guard.wait(attempt);
        if (!wait.isZero()) {
            throw new SignInLocked(wait);
        }
        var account = credentials(name, password);
        if (account == null) {
            guard.failed(attempt);
            throw new BadCredentialsException("sign-in refused");
        }
        guard.succeeded(attempt);
        var choice = accounts.choices(new AccountId(account.account())).stream()
                .findFirst()
                .orElseThrow(() -> new DisabledException("no membership"));
        var signedIn = new SignedIn(account.account(), choice.membership().value());
        if (secondFactors.isOn(new AccountId(account.account()))) {
            throw new SecondFactorAwaited(signedIn);
        }
        var result = UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of());
        // Else the attempt, which no session can hold, would be copied into it.
        result.setDetails("");
        return result;
    }

    private @org.jspecify.annotations.Nullable Credentials credentials(String name, String password) {
        if (name.isEmpty() || name.length() > LONGEST || password.length() > LONGEST || name.indexOf('\0') >= 0) {
            return null;
        }
        var found = accounts.credentials(name).orElse(null);
        var hash = found == null || found.passwordHash() == null ? hashOfNobody : found.passwordHash();
        return encoder.matches(password, hash) && !hash.equals(hashOfNobody) ? found : null;
    }
}
