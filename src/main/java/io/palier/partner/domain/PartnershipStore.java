package io.palier.partner.domain;

import io.palier.invitation.InvitationId;
import io.palier.organization.OrganizationId;
import io.palier.partner.PartnershipId;
import io.palier.partner.PartnershipRow;
import io.palier.partner.ResellerChoice;
import io.palier.partner.ResellerSort;
import io.palier.shared.Cursor;
import io.palier.shared.SearchText;
import io.palier.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Partnerships as dated periods; a closed one is never written again. */
@Repository
public class PartnershipStore {
    private static final String RESELLER_COLUMNS = """
            p.id, p.reseller_id as partner_id, p.active_from, p.active_to, p.may_order, p.version, o.name, o.sort_name,
            o.location_partner_id, o.country, v.eligible, v.reason_key""";
    private static final String RESELLER_TABLES = """
            partnership p join organization_view o on o.id = p.reseller_id
            join partnership_view v on v.provider_id = p.provider_id and v.reseller_id = p.reseller_id""";

    private final JdbcClient jdbc;

    PartnershipStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a period; false if one is open already. */
    public boolean open(
            PartnershipId id,
            OrganizationId provider,
            OrganizationId reseller,
            boolean mayOrder,
            @Nullable InvitationId request,
            Instant from) {
        return jdbc.sql("""
                                insert into partnership (id, provider_id, reseller_id, active_from, may_order, request_id)
                                values (:id, :provider, :reseller, :from, :mayOrder, :request)
                                on conflict (provider_id, reseller_id) where active_to is null do nothing""")
                        .param("id", id.value())
                        .param("provider", provider.value())
                        .param("reseller", reseller.value())
                        .param("from", Timestamp.from(from))
                        .param("mayOrder", mayOrder)
                        .param("request", request == null ? null : request.value())
                        .update()
                == 1;
    }

    /** Closes the open period; false if it was changed since {@code version} was read. */
    public boolean close(PartnershipId id, int version, Instant to) {
        return jdbc.sql("""
                                update partnership set active_to = greatest(:to, active_from), version = version + 1
                                where id = :id and version = :version and active_to is null""")
                        .param("to", Timestamp.from(to))
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** False if it was changed since {@code version} was read. */
    public boolean mayOrder(PartnershipId id, int version, boolean mayOrder) {
        return jdbc.sql("""
                                update partnership set may_order = :mayOrder, version = version + 1
                                where id = :id and version = :version and active_to is null""")
                        .param("mayOrder", mayOrder)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** The active partnership of the two. */
    public Optional<PartnershipRow> active(OrganizationId provider, OrganizationId reseller) {
        return jdbc.sql("select " + RESELLER_COLUMNS + " from " + RESELLER_TABLES
                        + " where p.provider_id = :provider and p.reseller_id = :reseller and p.active_to is null")
                .param("provider", provider.value())
                .param("reseller", reseller.value())
                .query(PartnershipStore::row)
                .optional();
    }

    /** The first 200 active partners of a provider by name. */
    public List<ResellerChoice> choices(OrganizationId provider) {
        return jdbc.sql("""
                        select reseller_id, reseller_name, location_partner_id, eligible, reason_key from partnership_view
                        where provider_id = :provider and active order by reseller_sort_name, reseller_id limit 200""")
                .param("provider", provider.value())
                .query(PartnershipStore::choice)
                .list();
    }

    /** Those active partners of a provider that have one of these location partner ids. */
    public List<ResellerChoice> choices(OrganizationId provider, Collection<String> locationPartnerIds) {
        return jdbc.sql("""
                        select reseller_id, reseller_name, location_partner_id, eligible, reason_key from partnership_view
                        where provider_id = :provider and active and location_partner_id = any(:locations)""")
                .param("provider", provider.value())
                .param("locations", locationPartnerIds.toArray(String[]::new))
                .query(PartnershipStore::choice)
                .list();
    }

    private static ResellerChoice choice(ResultSet row, int number) throws SQLException {
        return new ResellerChoice(
                new OrganizationId(row.getObject("reseller_id", UUID.class)),
                row.getString("reseller_name"),
                Objects.requireNonNullElse(row.getString("location_partner_id"), ""),
                row.getBoolean("eligible"),
                row.getString("reason_key"));
    }

    /** A reseller's active providers by name; at most 200. */
    public Map<OrganizationId, String> providerNames(OrganizationId reseller) {
        Map<OrganizationId, String> names = new LinkedHashMap<>();
        jdbc.sql("""
                        select o.id, o.name from partnership p join organization_view o on o.id = p.provider_id
                        where p.reseller_id = :reseller and p.active_to is null order by o.sort_name, o.id limit 200""")
                .param("reseller", reseller.value())
                .query((row, n) ->
                        Map.entry(new OrganizationId(row.getObject("id", UUID.class)), row.getString("name")))
                .list()
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }

    /** A provider's resellers, 25 a page; ended partnerships when sorted by their end, else active ones. */
    public Slice<PartnershipRow> resellers(
            OrganizationId provider, ResellerSort sort, SearchText search, @Nullable Cursor after, int limit) {
        var position = position(sort, after);
        var rows = jdbc.sql("select " + RESELLER_COLUMNS + " from " + RESELLER_TABLES + """
                         where p.provider_id = :provider
                        and (:pattern = '%%' or o.sort_name like :pattern or lower(o.location_partner_id) like :pattern)
                        """ + condition(sort)
                        + " limit :limit")
                .param("provider", provider.value())
                .param("pattern", search.pattern())
                .param("key", position.map(Position::key).orElse(null))
                .param("id", position.map(Position::id).orElse(null))
                .param("limit", limit + 1)
                .query(PartnershipStore::row)
                .list();
        return Slice.of(rows, limit, row -> List.of(key(sort, row), row.id().toString()));
    }

    /** A reseller's providers, active ones first, latest first; 25 a page. */
    public Slice<PartnershipRow> providers(OrganizationId reseller, boolean ended, @Nullable Cursor after, int limit) {
        var position = position(ResellerSort.SINCE, after);
        var rows = jdbc.sql("""
                        select p.id, p.provider_id as partner_id, p.active_from, p.active_to, p.may_order, p.version, o.name,
                               o.sort_name, o.location_partner_id, o.country, v.eligible, v.reason_key
                        from partnership p join organization_view o on o.id = p.provider_id
                        join partnership_view v on v.provider_id = p.provider_id and v.reseller_id = p.reseller_id
                        where p.reseller_id = :reseller and (p.active_to is not null) = :ended
                          and (:key::timestamptz is null or (p.active_from, p.id) < (:key::timestamptz, :id::uuid))
                        order by p.active_from desc, p.id desc limit :limit""")
                .param("reseller", reseller.value())
                .param("ended", ended)
                .param("key", position.map(Position::key).orElse(null))
                .param("id", position.map(Position::id).orElse(null))
                .param("limit", limit + 1)
                .query(PartnershipStore::row)
                .list();
        return Slice.of(
                rows, limit, row -> List.of(row.from().toString(), row.id().toString()));
    }

    private static String condition(ResellerSort sort) {
        return switch (sort) {
            case NAME -> ordered("p.active_to is null", "o.sort_name", "text", ">", "");
            case NAME_DESCENDING -> ordered("p.active_to is null", "o.sort_name", "text", "<", " desc");
            case SINCE -> ordered("p.active_to is null", "p.active_from", "timestamptz", ">", "");
            case SINCE_DESCENDING -> ordered("p.active_to is null", "p.active_from", "timestamptz", "<", " desc");
            case ENDED -> ordered("p.active_to is not null", "p.active_to", "timestamptz", "<", " desc");
        };
    }

    private static String ordered(String which, String column, String type, String beyond, String direction) {
        return " and " + which + " and (:key::" + type + " is null or (" + column + ", p.id) " + beyond + " (:key::"
                + type + ", :id::uuid)) order by " + column + direction + ", p.id" + direction;
    }

    private static String key(ResellerSort sort, PartnershipRow row) {
        return switch (sort) {
            case NAME, NAME_DESCENDING -> row.sortName();
            case SINCE, SINCE_DESCENDING -> row.from().toString();
            case ENDED -> Objects.requireNonNull(row.to()).toString();
        };
    }

    private record Position(Object key, UUID id) {}

    /** An altered cursor is the start of the list. */
    private static Optional<Position> position(ResellerSort sort, @Nullable Cursor after) {
        if (after == null) {
            return Optional.empty();
        }
        try {
            var text = after.parts().getFirst();
            return Optional.of(new Position(
                    sort.isByName() ? text : Timestamp.from(Instant.parse(text)),
                    UUID.fromString(after.parts().getLast())));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static PartnershipRow row(ResultSet row, int n) throws SQLException {
        var to = row.getTimestamp("active_to");
        return new PartnershipRow(
                new PartnershipId(row.getObject("id", UUID.class)),
                new OrganizationId(row.getObject("partner_id", UUID.class)),
                row.getString("name"),
                row.getString("sort_name"),
                row.getString("location_partner_id"),
                row.getString("country"),
                row.getTimestamp("active_from").toInstant(),
                to == null ? null : to.toInstant(),
                row.getBoolean("may_order"),
                row.getBoolean("eligible"),
                row.getString("reason_key"),
                Map.of(),
                row.getInt("version"));
    }
}
