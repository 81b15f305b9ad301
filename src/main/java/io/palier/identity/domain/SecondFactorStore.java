package io.palier.identity.domain;

import io.palier.identity.AccountId;
import io.palier.platform.MasterKey;
import io.palier.platform.Sealer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Second factors as kept: seeds sealed, recovery codes hashed. */
@Repository
public class SecondFactorStore {
    private final JdbcClient jdbc;
    private final Sealer sealer;

    SecondFactorStore(JdbcClient jdbc, MasterKey master) {
        this.jdbc = jdbc;
        this.sealer = master.sealer("second factor seeds");
    }

    /**
     * A person's second factor.
     *
     * @param confirmedAt when its first code was entered; null while it does not count yet
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Row(byte[] seed, @Nullable Instant confirmedAt) {}

    public Optional<Row> find(AccountId account) {
        return jdbc.sql("select seed, confirmed_at from second_factor where account_id = :account")
                .param("account", account.value())
                .query(this::row)
                .optional();
    }

    /** Whether the account has one that counts. */
    public boolean isOn(AccountId account) {
        return !jdbc.sql("select 1 from second_factor where account_id = :account and confirmed_at is not null")
                .param("account", account.value())
                .query()
                .listOfRows()
                .isEmpty();
    }

    /** Begins anew, unless one counts already. */
    public void begin(AccountId account, byte[] seed, Instant now) {
        jdbc.sql("""
                        insert into second_factor as f (account_id, seed, begun_at, last_step)
                        values (:account, :seed, :now, 0)
                        on conflict (account_id) do update set seed = excluded.seed, begun_at = excluded.begun_at
                        where f.confirmed_at is null""")
                .param("account", account.value())
                .param("seed", sealer.seal(seed))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Lets the factor count from now on; false if it did already. */
    public boolean confirm(AccountId account, long step, Instant now) {
        return jdbc.sql("""
                                update second_factor set confirmed_at = :now, last_step = :step
                                where account_id = :account and confirmed_at is null""")
                        .param("now", Timestamp.from(now))
                        .param("step", step)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /** Whether no code of this step or a later one was used before; this one is used from now on. */
    public boolean useStep(AccountId account, long step) {
        return jdbc.sql("""
                                update second_factor set last_step = :step
                                where account_id = :account and confirmed_at is not null and last_step < :step""")
                        .param("step", step)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /** Forgets the factor and its recovery codes; false if there was none. */
    public boolean remove(AccountId account) {
        return jdbc.sql("delete from second_factor where account_id = :account")
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /** Puts these recovery codes in the place of all former ones. */
    public void recoveryCodes(AccountId account, List<String> hashes) {
        jdbc.sql("delete from recovery_code where account_id = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("insert into recovery_code (account_id, hash) select :account, unnest(:hashes::text[])")
                .param("account", account.value())
                .param("hashes", hashes.toArray(String[]::new))
                .update();
    }

    /** Whether there is such a recovery code that was not used yet; it is used from now on. */
    public boolean useRecoveryCode(AccountId account, String hash, Instant now) {
        return jdbc.sql("""
                                update recovery_code set used_at = :now
                                where account_id = :account and hash = :hash and used_at is null""")
                        .param("now", Timestamp.from(now))
                        .param("account", account.value())
                        .param("hash", hash)
                        .update()
                == 1;
    }

    /** How many recovery codes can still be used. */
    public int recoveryCodesLeft(AccountId account) {
        return jdbc.sql("select count(*) from recovery_code where account_id = :account and used_at is null")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    private Row row(ResultSet row, int n) throws SQLException {
        var confirmed = row.getTimestamp("confirmed_at");
        return new Row(sealer.open(row.getBytes("seed")), confirmed == null ? null : confirmed.toInstant());
    }
}
