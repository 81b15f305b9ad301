package io.palier.customer.domain;

import static io.palier.customer.domain.Columns.maybeOrganization;
import static io.palier.customer.domain.Columns.organization;
import static io.palier.customer.domain.Columns.uuid;

import io.palier.customer.WantedRelationship;
import io.palier.invitation.InvitationId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What relationship requests ask for. */
@Repository
public class WantedStore {
    private final JdbcClient jdbc;

    WantedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(InvitationId id, WantedRelationship wanted) {
        var reseller = wanted.reseller();
        jdbc.sql("""
                        insert into relationship_request (id, provider_id, reseller_id, delegated)
                        values (:id, :provider, :reseller, :delegated)""")
                .param("id", id.value())
                .param("provider", wanted.provider().value())
                .param("reseller", reseller == null ? null : reseller.value())
                .param("delegated", wanted.delegated())
                .update();
    }

    /** Of several requests at once. */
    public Map<InvitationId, WantedRelationship> find(Collection<InvitationId> ids) {
        Map<InvitationId, WantedRelationship> found = new HashMap<>();
        jdbc.sql("select * from relationship_request where id = any(:ids)")
                .param("ids", ids.stream().map(InvitationId::value).toArray(UUID[]::new))
                .query((row, n) -> Map.entry(
                        new InvitationId(uuid(row, "id")),
                        new WantedRelationship(
                                organization(row, "provider_id"),
                                maybeOrganization(row, "reseller_id"),
                                row.getBoolean("delegated"))))
                .list()
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }
}
