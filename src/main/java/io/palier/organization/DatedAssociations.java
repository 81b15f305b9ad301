package io.palier.organization;

import io.palier.shared.Actor;
import io.palier.shared.Period;
import io.palier.shared.Refusal;
import io.palier.shared.Uuids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which organization stands where, and when: half-open periods with who and why, closed and never overwritten
 * (design, Actors and rights). Modules keep such periods in tables of this layout: {@code id}, the place, {@code
 * provider_id}, the organization, {@code valid_from}, {@code valid_to}, {@code why}, {@code set_by}, {@code set_for},
 * {@code ended_why}, {@code ended_by}, {@code ended_for}; a constraint keeps at most one open at a place.
 */
public final class DatedAssociations {
    private static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final String table;
    private final String place;
    private final String holder;

    /**
     * The periods of one table. The names go into statements as they are.
     *
     * @param place the column with what the organization stands at, such as {@code subscription_id}
     * @param holder the column with the organization
     */
    public DatedAssociations(JdbcClient jdbc, String table, String place, String holder) {
        this.jdbc = jdbc;
        this.table = table;
        this.place = place;
        this.holder = holder;
    }

    /** Who decides something now, and why. */
    public record Decision(Actor actor, String why, Instant now) {}

    /** Reads what a table has beside the layout. */
    @FunctionalInterface
    public interface Mapping<T> {
        T map(AssociationPeriod period, ResultSet row) throws SQLException;
    }

    /** Those of one place, latest first; at most 100. */
    public List<AssociationPeriod> periods(UUID at) {
        return periods(at, (period, row) -> period);
    }

    /** Like {@link #periods(UUID)}, with further columns of the table. */
    public <T> List<T> periods(UUID at, Mapping<T> mapping) {
        return jdbc.sql("""
                        select a.*, a.%s as holder_id, o.name as holder_name, b.name as set_by_name, e.name as ended_by_name
                        from %s a
                        join organization_view o on o.id = a.%s
                        join organization_view b on b.id = a.set_for
                        left join organization_view e on e.id = a.ended_for
                        where a.%s = :at order by a.valid_from desc, a.id desc limit :limit""".formatted(holder, table, holder, place))
                .param("at", at)
                .param("limit", SHOWN)
                .query((row, n) -> mapping.map(period(row), row))
                .list();
    }

    private static AssociationPeriod period(ResultSet row) throws SQLException {
        var to = row.getObject("valid_to", OffsetDateTime.class);
        return new AssociationPeriod(
                new OrganizationId(row.getObject("holder_id", UUID.class)),
                row.getString("holder_name"),
                new Period(
                        Objects.requireNonNull(row.getObject("valid_from", OffsetDateTime.class))
                                .toInstant(),
                        to == null ? null : to.toInstant()),
                row.getString("why"),
                row.getString("set_by_name"),
                row.getString("ended_why"),
                row.getString("ended_by_name"));
    }

    /**
     * Opens periods of an organization at all these places, each from now on or from the end of its last one.
     *
     * @param more further columns with their values, the same for all
     * @throws Refusal changed meanwhile, if one is open somewhere
     */
    public void open(
            OrganizationId provider,
            OrganizationId organization,
            Collection<UUID> places,
            Decision decision,
            Map<String, Object> more) {
        var columns = more.keySet().stream().map(name -> ", " + name).reduce("", String::concat);
        var values = more.keySet().stream().map(name -> ", :" + name).reduce("", String::concat);
        // What was opened later than now, by a node whose clock is ahead, is followed from where it ended.
        var statement = decided(jdbc.sql("""
                        insert into %1$s (id, %2$s, provider_id, %3$s, valid_from, why, set_by, set_for%4$s)
                        select w.id, w.place, :provider, :organization_id,
                            greatest(:now, (select max(valid_to) from %1$s a where a.%2$s = w.place)), :why, :by, :for%5$s
                        from unnest(:ids::uuid[], :places::uuid[]) as w (id, place)""".formatted(table, place, holder, columns, values)), decision)
                .param("provider", provider.value())
                .param("organization_id", organization.value())
                .param("ids", places.stream().map(at -> Uuids.next()).toArray(UUID[]::new))
                .param("places", places.toArray(UUID[]::new));
        try {
            statement.params(more).update();
        } catch (DataIntegrityViolationException openAlready) {
            throw Refusal.changedMeanwhile();
        }
    }

    /** Closes what is open at these places. */
    public void close(OrganizationId provider, Collection<UUID> places, Decision decision) {
        decided(jdbc.sql("""
                        update %s set valid_to = greatest(valid_from, :now), ended_why = :why, ended_by = :by, ended_for = :for
                        where %s = any(:places) and provider_id = :provider and valid_to is null""".formatted(table, place)), decision)
                .param("places", places.toArray(UUID[]::new))
                .param("provider", provider.value())
                .update();
    }

    /** Where an organization stands now for a provider; kept from others until the transaction ends. */
    public List<UUID> lockOpen(OrganizationId provider, OrganizationId organization) {
        return jdbc.sql("""
                        select %s from %s where provider_id = :provider and %s = :organization and valid_to is null
                        for update""".formatted(place, table, holder))
                .param("provider", provider.value())
                .param("organization", organization.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** At how many places each organization stands now for a provider; those at none are left out. */
    public Map<OrganizationId, Long> count(OrganizationId provider, Collection<OrganizationId> organizations) {
        var counted = new LinkedHashMap<OrganizationId, Long>();
        jdbc.sql("""
                        select %1$s as holder_id, count(*) as places from %2$s
                        where provider_id = :provider and %1$s = any(:organizations) and valid_to is null
                        group by %1$s""".formatted(holder, table))
                .param("provider", provider.value())
                .param(
                        "organizations",
                        organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .query(row -> {
                    counted.put(new OrganizationId(row.getObject("holder_id", UUID.class)), row.getLong("places"));
                });
        return counted;
    }

    private static JdbcClient.StatementSpec decided(JdbcClient.StatementSpec statement, Decision decision) {
        return statement
                .param("now", decision.now().atOffset(ZoneOffset.UTC))
                .param("why", decision.why())
                .param("by", decision.actor().account(), Types.OTHER)
                .param("for", decision.actor().organization());
    }
}
