package io.palier.onboarding.domain;

import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.onboarding.Draft;
import io.palier.onboarding.DraftData;
import io.palier.onboarding.DraftId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Drafts in the database, always through the person they belong to. */
@Repository
public class DraftStore {
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DraftStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void insert(Viewer owner, Draft draft) {
        jdbc.sql("""
                        insert into wizard_draft (id, organization_id, account_id, data, status, created_at, updated_at, version)
                        values (:id, :organization, :account, :data::jsonb, :status, :now, :now, 0)""")
                .param("id", draft.id().value())
                .param("organization", owner.organization().value())
                .param("account", owner.account().value())
                .param("data", json.writeValueAsString(draft.data()))
                .param("status", draft.status().name())
                .param("now", Timestamp.from(draft.updatedAt()))
                .update();
    }

    public Optional<Draft> find(Viewer owner, DraftId id) {
        return read(owner, id, "");
    }

    /** The draft, which nobody else changes until the transaction ends. */
    public Optional<Draft> lock(Viewer owner, DraftId id) {
        return read(owner, id, " for update");
    }

    /** Drops drafts that nobody touched since {@code limit}, at most 500 at a time; what is submitted stays a customer. */
    public int forgetBefore(Instant limit) {
        return jdbc.sql("""
                        delete from wizard_draft where id in (
                            select id from wizard_draft where updated_at < :limit
                            order by updated_at limit 500 for update skip locked)""").param("limit", Timestamp.from(limit)).update();
    }

    /** The open ones, last saved first; at most 20. */
    public List<Draft> open(Viewer owner) {
        return jdbc.sql("""
                        select id, data, status, relationship_id, updated_at, version from wizard_draft
                        where organization_id = :organization and account_id = :account and status = 'OPEN'
                        order by updated_at desc, id limit :limit""")
                .param("organization", owner.organization().value())
                .param("account", owner.account().value())
                .param("limit", MOST)
                .query(this::draft)
                .list();
    }

    public void save(DraftId id, DraftData data, Instant now) {
        update(id, data, Draft.Status.OPEN, null, now);
    }

    /** Ends a draft. What was typed is forgotten: the customer, if there is one, now holds it. */
    public void end(DraftId id, Draft.Status status, @Nullable RelationshipId relationship, Instant now) {
        update(id, DraftData.EMPTY, status, relationship, now);
    }

    private void update(
            DraftId id, DraftData data, Draft.Status status, @Nullable RelationshipId relationship, Instant now) {
        jdbc.sql("""
                        update wizard_draft set data = :data::jsonb, status = :status, relationship_id = :relationship::uuid,
                            updated_at = :now, version = version + 1
                        where id = :id""")
                .param("data", json.writeValueAsString(data))
                .param("status", status.name())
                .param("relationship", relationship == null ? null : relationship.toString())
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .update();
    }

    /** Deletes those that became this customer. */
    public void delete(RelationshipId relationship) {
        jdbc.sql("delete from wizard_draft where relationship_id = :relationship")
                .param("relationship", relationship.value())
                .update();
    }

    private Optional<Draft> read(Viewer owner, DraftId id, String suffix) {
        return jdbc.sql("""
                        select id, data, status, relationship_id, updated_at, version from wizard_draft
                        where id = :id and organization_id = :organization and account_id = :account""" + suffix)
                .param("id", id.value())
                .param("organization", owner.organization().value())
                .param("account", owner.account().value())
                .query(this::draft)
                .optional();
    }

    private Draft draft(ResultSet row, int n) throws SQLException {
        var relationship = row.getObject("relationship_id", UUID.class);
        return new Draft(
                new DraftId(row.getObject("id", UUID.class)),
                json.readValue(row.getString("data"), DraftData.class),
                Draft.Status.valueOf(row.getString("status")),
                relationship == null ? null : new RelationshipId(relationship),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"));
    }
}
