package io.palier.partner.domain;

import io.palier.organization.OrganizationId;
import io.palier.organization.OrganizationKind;
import io.palier.partner.PartnerRow;
import io.palier.shared.Cursor;
import io.palier.shared.SearchText;
import io.palier.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Providers and resellers as the operator lists them. */
@Repository
public class EnrollmentPartners {
    private static final int PAGE = 25;

    private final JdbcClient jdbc;

    EnrollmentPartners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name, 25 a page. */
    public Slice<PartnerRow> list(OrganizationKind kind, SearchText search, @Nullable Cursor after) {
        var rows = jdbc.sql("""
                        select id, kind, name, sort_name, country, location_partner_id, status from organization_view
                        where kind = :kind and (sort_name, id::text) > (:name, :id) and sort_name like :pattern
                        order by sort_name, id::text limit :limit""")
                .param("kind", kind.name())
                .param("name", after == null ? "" : after.parts().getFirst())
                .param("id", after == null ? "" : after.parts().getLast())
                .param("pattern", search.pattern())
                .param("limit", PAGE + 1)
                .query(EnrollmentPartners::row)
                .list();
        return Slice.of(rows, PAGE, row -> List.of(row.sortName(), row.id().toString()));
    }

    private static PartnerRow row(ResultSet row, int n) throws SQLException {
        return new PartnerRow(
                new OrganizationId(row.getObject("id", UUID.class)),
                OrganizationKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("sort_name"),
                row.getString("country"),
                row.getString("location_partner_id"),
                row.getString("status").equals("ACTIVE"));
    }
}
