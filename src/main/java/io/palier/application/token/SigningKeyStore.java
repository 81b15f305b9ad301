package io.palier.application.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.palier.platform.MasterKey;
import io.palier.platform.Sealer;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signing keys as kept: the private half sealed under a key derived from the master key. */
@Repository
class SigningKeyStore {
    private static final int BITS = 2048;

    private final JdbcClient jdbc;
    private final Sealer sealer;

    SigningKeyStore(JdbcClient jdbc, MasterKey master) {
        this.jdbc = jdbc;
        this.sealer = master.sealer("signing keys of tokens");
    }

    List<RSAKey> newestFirst() {
        return jdbc.sql("select private_key from signing_key order by number desc")
                .query((row, n) -> open(row.getBytes(1)))
                .list();
    }

    private record Newest(int number, @Nullable Timestamp createdAt) {}

    /** Makes a key if there is none younger than that; when several nodes do so at once, one key comes of it. */
    void makeNext(Instant now, Instant youngerThan) {
        var newest = jdbc.sql("""
                        select coalesce(max(number), 0) as number, max(created_at) as created_at from signing_key""")
                .query((row, n) -> new Newest(row.getInt(1), row.getTimestamp(2)))
                .single();
        if (newest.createdAt() != null && newest.createdAt().toInstant().isAfter(youngerThan)) {
            return;
        }
        var key = generate(now);
        jdbc.sql("""
                        insert into signing_key (number, id, public_key, private_key, created_at)
                        values (:number, :id, :public, :private, :now) on conflict do nothing""")
                .param("number", newest.number() + 1)
                .param("id", key.getKeyID())
                .param("public", key.toPublicJWK().toJSONString())
                .param("private", sealer.seal(key.toJSONString().getBytes(UTF_8)))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Forgets the keys whose successor is older than that. */
    void forget(Instant successorOlderThan) {
        jdbc.sql("""
                        delete from signing_key k where exists (
                            select from signing_key n where n.number > k.number and n.created_at < :limit)""").param("limit", Timestamp.from(successorOlderThan)).update();
    }

    private static RSAKey generate(Instant now) {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .issueTime(Date.from(now))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private RSAKey open(byte[] sealed) {
        try {
            return RSAKey.parse(new String(sealer.open(sealed), UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("A signing key cannot be read", e);
        }
    }
}
