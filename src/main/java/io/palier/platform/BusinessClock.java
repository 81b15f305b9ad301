package io.palier.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The time that terms, invitations and notices follow: system time plus an offset kept in the database, which only
 * demo and sandbox installations can move, and only forward. Other nodes follow within a second.
 */
@Primary
@Component
public class BusinessClock extends Clock {
    private static final ScopedValue<Instant> PAST = ScopedValue.newInstance();

    private final JdbcClient jdbc;
    private final Installation installation;
    private volatile @Nullable Duration offset;

    BusinessClock(JdbcClient jdbc, Installation installation) {
        this.jdbc = jdbc;
        this.installation = installation;
    }

    @Override
    public Instant instant() {
        if (PAST.isBound()) {
            return PAST.get();
        }
        var known = offset;
        return Instant.now().plus(known == null ? readOffset() : known);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Business time is UTC");
    }

    /**
     * Moves business time forward.
     *
     * @throws IllegalArgumentException for a negative duration
     * @throws IllegalStateException in production
     */
    public void forward(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("Business time only moves forward");
        }
        if (!installation.settings().kind().isForTrying()) {
            throw new IllegalStateException("A production installation does not move its clock");
        }
        jdbc.sql("update installation set clock_offset = clock_offset + make_interval(secs => :seconds)")
                .param("seconds", (double) by.toSeconds())
                .update();
        readOffset();
    }

    /**
     * Does something as if it were earlier, for whoever asks on this thread: how a demo installation comes to have a
     * past.
     *
     * @throws IllegalStateException in any other installation
     */
    public void during(Instant past, Runnable work) {
        if (installation.settings().kind() != Installation.Kind.DEMO) {
            throw new IllegalStateException("Only a demo installation makes up its past");
        }
        ScopedValue.where(PAST, past).run(work);
    }

    @Scheduled(fixedDelay = 1000)
    void refresh() {
        if (offset != null && !installation.settings().kind().isForTrying()) {
            return;
        }
        readOffset();
    }

    private Duration readOffset() {
        var read = jdbc.sql("select coalesce((select extract(epoch from clock_offset)::bigint from installation), 0)")
                .query(Long.class)
                .single();
        var duration = Duration.ofSeconds(read);
        offset = duration;
        return duration;
    }
}
