package io.palier.application.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The keys that sign tokens, read from the database by every node: the newest signs, older ones are served until their
 * last token is over.
 */
@Component
public class SigningKeys implements JWKSource<SecurityContext> {
    /** How long a key signs. */
    static final Duration SIGNS = Duration.ofDays(30);

    /** How long a key that no longer signs is served; longer than a token lives. */
    static final Duration SERVED = Duration.ofDays(1);

    /** How long a new key is only served, so that other nodes and clients know it before it signs. */
    static final Duration ANNOUNCED = Duration.ofMinutes(2);

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration FRESH_ENOUGH_FOR_UNKNOWN = Duration.ofSeconds(2);

    private final SigningKeyStore store;
    private final Clock clock;
    private volatile Known known = new Known(List.of(), Instant.MIN);

    SigningKeys(SigningKeyStore store, @Qualifier("systemClock") Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Known(List<RSAKey> keys, Instant readAt) {}

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(List.<JWK>copyOf(keys(FRESH))));
    }

    /** The id of the key that signs now. */
    String current() {
        var keys = keys(FRESH);
        if (keys.isEmpty()) {
            rotate();
            keys = keys(FRESH);
        }
        var announced = clock.instant().minus(ANNOUNCED);
        return keys.stream()
                .filter(key -> !key.getIssueTime().toInstant().isAfter(announced))
                .findFirst()
                .orElse(keys.getLast())
                .getKeyID();
    }

    /** The public half of a key; unknown ids are looked up anew, at most every two seconds. */
    public Optional<RSAPublicKey> publicKey(String id) {
        return find(id, FRESH).or(() -> find(id, FRESH_ENOUGH_FOR_UNKNOWN));
    }

    /** Makes the next key if the newest has signed for 30 days, and forgets those whose tokens are over. */
    void rotate() {
        var now = clock.instant();
        store.makeNext(now, now.minus(SIGNS));
        store.forget(now.minus(SERVED));
        read(now);
    }

    private Optional<RSAPublicKey> find(String id, Duration fresh) {
        return keys(fresh).stream()
                .filter(key -> id.equals(key.getKeyID()))
                .findFirst()
                .map(SigningKeys::publicHalf);
    }

    private List<RSAKey> keys(Duration fresh) {
        var last = known;
        var now = clock.instant();
        return !last.keys().isEmpty() && now.isBefore(last.readAt().plus(fresh)) ? last.keys() : read(now);
    }

    private List<RSAKey> read(Instant now) {
        var keys = store.newestFirst();
        known = new Known(keys, now);
        return keys;
    }

    private static RSAPublicKey publicHalf(RSAKey key) {
        try {
            return key.toRSAPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
