package io.palier.application.token;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks hourly whether a new signing key is due. */
@Component
class KeyRotation {
    private final SigningKeys keys;

    KeyRotation(SigningKeys keys) {
        this.keys = keys;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 20_000)
    void run() {
        keys.rotate();
    }
}
