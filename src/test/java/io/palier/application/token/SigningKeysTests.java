package io.palier.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import io.palier.PalierTest;
import io.palier.platform.MasterKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Keys of several nodes on one database, month after month. */
@PalierTest
@Transactional
class SigningKeysTests {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    MasterKey master;

    private final Hands clock = new Hands();

    @BeforeEach
    void empty() {
        jdbc.sql("delete from signing_key").update();
    }

    @Test
    void areTheSameOnEveryNodeAndAfterARestart() {
        var one = node();
        var id = one.current();

        assertThat(node().current()).isEqualTo(id);
        assertThat(node().publicKey(id)).isEqualTo(one.publicKey(id)).isPresent();
    }

    @Test
    void areKeptSealed() {
        node().current();

        var row = jdbc.sql("select private_key, public_key from signing_key")
                .query()
                .singleRow();

        assertThat(new String((byte[]) row.get("private_key"), StandardCharsets.ISO_8859_1))
                .doesNotContain("\"d\"");
        assertThat(Objects.requireNonNull(row.get("public_key")).toString()).doesNotContain("\"d\"");
    }

    @Test
    void rotateAfterThirtyDaysAndAreAnnouncedBeforeTheySign() {
        var keys = node();
        var first = keys.current();
        clock.forward(Duration.ofDays(29));
        keys.rotate();
        assertThat(ids(keys)).containsExactly(first);

        clock.forward(Duration.ofDays(2));
        keys.rotate();
        assertThat(ids(keys)).hasSize(2);
        assertThat(keys.current()).isEqualTo(first);

        clock.forward(SigningKeys.ANNOUNCED.plusSeconds(1));
        assertThat(keys.current()).isNotEqualTo(first);
        assertThat(keys.publicKey(first)).isPresent();
    }

    @Test
    void areForgottenOnceTheirTokensAreOver() {
        var keys = node();
        var first = keys.current();
        clock.forward(Duration.ofDays(31));
        keys.rotate();

        clock.forward(SigningKeys.SERVED.plusMinutes(1));
        keys.rotate();

        assertThat(ids(keys)).hasSize(1).doesNotContain(first);
        assertThat(keys.publicKey(first)).isEmpty();
    }

    @Test
    void ofOneNodeAreKnownToAnotherWhenTheyFirstSign() {
        var one = node();
        var other = node();
        one.current();
        other.current();
        clock.forward(Duration.ofDays(31));

        one.rotate();
        clock.forward(SigningKeys.ANNOUNCED.plusSeconds(1));

        assertThat(other.publicKey(one.current())).isPresent();
    }

    private SigningKeys node() {
        return new SigningKeys(new SigningKeyStore(jdbc, master), clock);
    }

    private static List<String> ids(SigningKeys keys) {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null).stream()
                .map(JWK::getKeyID)
                .toList();
    }

    /** A clock whose hands the test moves. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
