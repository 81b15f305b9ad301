package io.palier.application.token;

import io.palier.application.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares a secret with the hashes of all that an application has. */
final class SecretHashes implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : Secret.hash(secret.toString());
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hashes) {
        if (secret == null || hashes == null) {
            return false;
        }
        var given = Secret.hash(secret.toString()).getBytes(StandardCharsets.US_ASCII);
        boolean found = false;
        for (var hash : hashes.split(Clients.BETWEEN_HASHES, -1)) {
            found |= MessageDigest.isEqual(given, hash.getBytes(StandardCharsets.US_ASCII));
        }
        return found;
    }
}
