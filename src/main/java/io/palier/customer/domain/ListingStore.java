package io.palier.customer.domain;

import static io.palier.customer.domain.Columns.instant;
import static io.palier.customer.domain.Columns.organization;
import static io.palier.customer.domain.Columns.uuid;

import io.palier.customer.CustomerFilter;
import io.palier.customer.CustomerRow;
import io.palier.customer.RelationshipId;
import io.palier.organization.OrganizationId;
import io.palier.shared.Cursor;
import io.palier.shared.SearchText;
import io.palier.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of customers as each organization sees it; kept in the transaction of every change. */
@Repository
public class ListingStore {
    /** A page's rows, and the few organizations they name, each looked up once. */
    private static final String ROW = """
            with page as (%s),
            named as (
                select id, name from organization_view
                where id in (select provider_id from page union select reseller_id from page))
            select l.*, p.name as provider_name, s.name as reseller_name
            from page l
            join named p on p.id = l.provider_id
            left join named s on s.id = l.reseller_id
            order by l.sort_name, l.relationship_id""";

    private static final String COLUMNS = """
            relationship_id, provider_id, customer_id, reseller_id, name, sort_name, domain, search_text, contact_name,
                contact_email, agreement_accepted, created_at""";

    private final JdbcClient jdbc;

    ListingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name; at most {@code limit} rows. */
    public Slice<CustomerRow> list(OrganizationId viewer, CustomerFilter filter, @Nullable Cursor after, int limit) {
        var page = new StringBuilder("select * from customer_listing where viewer_organization = :viewer");
        if (filter.reseller() != null) {
            page.append(" and reseller_id = :reseller");
        }
        if (!filter.search().isEmpty()) {
            page.append(" and search_text like :pattern");
        }
        if (filter.provider() != null) {
            page.append(" and provider_id = :provider");
        }
        if (filter.beginning() != null) {
            page.append(
                    filter.beginning().ofDomain() ? " and domain like :beginning" : " and sort_name like :beginning");
        }
        if (after != null) {
            page.append(" and (sort_name, relationship_id) > (:name, :id)");
        }
        page.append(" order by sort_name, relationship_id limit :limit");
        var query =
                jdbc.sql(ROW.formatted(page)).param("viewer", viewer.value()).param("limit", limit + 1);
        if (filter.reseller() != null) {
            query = query.param("reseller", filter.reseller().value());
        }
        if (filter.provider() != null) {
            query = query.param("provider", filter.provider().value());
        }
        if (filter.beginning() != null) {
            query = query.param("beginning", filter.beginning().text().prefix());
        }
        if (!filter.search().isEmpty()) {
            query = query.param("pattern", filter.search().pattern());
        }
        if (after != null) {
            query = query.param("name", after.parts().getFirst()).param("id", after.id(1));
        }
        return Slice.of(
                query.query(ListingStore::row).list(),
                limit,
                row -> List.of(row.sortName(), row.id().toString()));
    }

    public Optional<CustomerRow> find(OrganizationId viewer, RelationshipId id) {
        return jdbc.sql(ROW.formatted("""
                        select * from customer_listing where viewer_organization = :viewer and relationship_id = :id"""))
                .param("viewer", viewer.value())
                .param("id", id.value())
                .query(ListingStore::row)
                .optional();
    }

    public Optional<RelationshipId> ofCustomer(OrganizationId viewer, OrganizationId customer) {
        return jdbc.sql("""
                        select relationship_id from customer_listing
                        where viewer_organization = :viewer and customer_id = :customer order by relationship_id limit 1""")
                .param("viewer", viewer.value())
                .param("customer", customer.value())
                .query((row, n) -> new RelationshipId(uuid(row, "relationship_id")))
                .optional();
    }

    private record Names(UUID customer, String name, String domain, String billingName) {}

    /** Writes the rows of one relationship anew: the provider's, and the reseller's while there is one. */
    public void refresh(RelationshipId id) {
        jdbc.sql("delete from customer_listing where relationship_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("""
                        select r.customer_id, o.name, coalesce(o.primary_domain, '') as domain, r.billing_name
                        from customer_relationship r join organization_view o on o.id = r.customer_id
                        where r.id = :id and r.removed_at is null""")
                .param("id", id.value())
                .query((row, n) -> new Names(
                        uuid(row, "customer_id"),
                        row.getString("name"),
                        row.getString("domain"),
                        row.getString("billing_name")))
                .optional()
                .ifPresent(names -> insert(id, names));
    }

    private void insert(RelationshipId id, Names names) {
        jdbc.sql("""
                        insert into customer_listing (viewer_organization, %s)
                        select viewer, r.id, r.provider_id, r.customer_id, a.reseller_id, :name, :sortName, :domain, :text,
                            r.contact_first_name || ' ' || r.contact_last_name, r.contact_email,
                            r.agreement_accepted_at is not null, r.created_at
                        from customer_relationship r
                        left join customer_reseller a on a.relationship_id = r.id and a.valid_to is null
                        cross join lateral (values (r.provider_id), (a.reseller_id)) as v (viewer)
                        where r.id = :id and viewer is not null""".formatted(COLUMNS))
                .param("id", id.value())
                .param("name", names.name())
                .param("sortName", SearchText.fold(names.name()))
                .param("domain", names.domain())
                .param(
                        "text",
                        SearchText.fold(names.name() + " " + names.billingName() + " " + names.domain() + " "
                                + names.customer()))
                .update();
    }

    /** Moves the rows of these relationships from one reseller's list to another's, or to nobody's. */
    public void move(
            OrganizationId provider,
            OrganizationId from,
            @Nullable OrganizationId to,
            List<RelationshipId> relationships) {
        var ids = relationships.stream().map(RelationshipId::value).toArray(UUID[]::new);
        jdbc.sql("delete from customer_listing where viewer_organization = :from and relationship_id = any(:ids)")
                .param("from", from.value())
                .param("ids", ids)
                .update();
        jdbc.sql("""
                        update customer_listing set reseller_id = :to
                        where viewer_organization = :provider and relationship_id = any(:ids)""")
                .param("to", to == null ? null : to.value(), java.sql.Types.OTHER)
                .param("provider", provider.value())
                .param("ids", ids)
                .update();
        if (to != null) {
            jdbc.sql("""
                            insert into customer_listing (viewer_organization, %1$s)
                            select reseller_id, %1$s
                            from customer_listing
                            where viewer_organization = :provider and relationship_id = any(:ids)""".formatted(COLUMNS))
                    .param("provider", provider.value())
                    .param("ids", ids)
                    .update();
        }
    }

    private static CustomerRow row(ResultSet row, int n) throws SQLException {
        return new CustomerRow(
                new RelationshipId(uuid(row, "relationship_id")),
                organization(row, "customer_id"),
                row.getString("name"),
                row.getString("sort_name"),
                row.getString("domain"),
                row.getString("provider_name"),
                row.getString("reseller_name"),
                row.getString("contact_name"),
                row.getString("contact_email"),
                row.getBoolean("agreement_accepted"),
                instant(row, "created_at"));
    }
}
