package io.palier.identity;

import io.palier.identity.domain.SignInGuard;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what nobody needs any more: deleted users after 30 days, failed sign-ins of hours ago. */
@Component
class IdentityCleaning {
    private final Users users;
    private final SignInGuard guard;

    IdentityCleaning(Users users, SignInGuard guard) {
        this.users = users;
        this.guard = guard;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 100_000)
    void run() {
        guard.forgetOld();
        users.purge();
    }
}
