package io.palier.invitation.domain;

import io.palier.invitation.InvitationFilter;
import io.palier.invitation.InvitationId;
import io.palier.invitation.InvitationMessage;
import io.palier.invitation.InvitationState;
import io.palier.invitation.InvitationView.Step;
import io.palier.organization.OrganizationId;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.SearchText;
import io.palier.shared.Slice;
import io.palier.shared.Uuids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invitations with their timelines. */
@Repository
public class InvitationStore {
    private static final int PAGE = 25;

    /** Of one side; whoever asks, one index serves it. */
    private static final String OF_SIDE = """
            (select * from invitation
             where %s = :viewer and purpose = :purpose and (:after::uuid is null or id < :after::uuid)
               and case when state in ('DRAFT', 'SENT', 'OPENED') and expires_at <= :now then 'EXPIRED' else state end
                   = any(:states)
               and (:pattern = '%%%%' or search_text like :pattern)
             order by id desc limit :limit)""";

    private static final String OF_BOTH_SIDES = OF_SIDE.formatted("sender_id") + " union all "
            + OF_SIDE.formatted("companion_id") + " order by id desc limit :limit";

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Invitation> find(InvitationId id) {
        return jdbc.sql("select * from invitation where id = :id")
                .param("id", id.value())
                .query(InvitationStore::invitation)
                .optional();
    }

    /** What an organization asks for, alone or jointly; latest first, 25 a page. */
    public Slice<Invitation> list(
            OrganizationId viewer, String purpose, InvitationFilter filter, @Nullable Cursor after, Instant now) {
        var rows = jdbc.sql(OF_BOTH_SIDES)
                .param("viewer", viewer.value())
                .param("purpose", purpose)
                .param("after", after == null ? null : uuid(after))
                .param("now", Timestamp.from(now))
                .param(
                        "states",
                        filter.group().states().stream().map(Enum::name).toArray(String[]::new))
                .param("pattern", filter.search().pattern())
                .param("limit", PAGE + 1)
                .query(InvitationStore::invitation)
                .list();
        return Slice.of(rows, PAGE, row -> List.of(row.id().toString()));
    }

    /** What happened, oldest first; the first 200 lines. */
    public List<Step> timeline(InvitationId id) {
        return jdbc.sql("""
                        select e.at, e.kind, o.name, e.detail from invitation_event e
                        left join organization_view o on o.id = e.organization_id
                        where e.invitation_id = :id order by e.at, e.id limit 200""")
                .param("id", id.value())
                .query((row, n) -> new Step(
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("detail")))
                .list();
    }

    /** Up to 100 that are open although their time is over, kept from other nodes until commit. */
    public List<Invitation> due(Instant now) {
        return jdbc.sql("""
                        select * from invitation where state in ('DRAFT', 'SENT', 'OPENED') and expires_at <= :now
                        order by expires_at limit 100 for update skip locked""")
                .param("now", Timestamp.from(now))
                .query(InvitationStore::invitation)
                .list();
    }

    /** Open ones that the organization has looked at, oldest first; at most 20. */
    public List<Invitation> opened(OrganizationId organization, Instant now) {
        return jdbc.sql("""
                        select i.* from invitation i
                        where i.state = 'OPENED' and i.expires_at > :now and i.id in (
                            select e.invitation_id from invitation_event e
                            where e.organization_id = :organization and e.kind = 'OPENED')
                        order by i.id limit 20""")
                .param("organization", organization.value())
                .param("now", Timestamp.from(now))
                .query(InvitationStore::invitation)
                .list();
    }

    public void add(Invitation invitation) {
        var companion = invitation.companion();
        jdbc.sql("""
                        insert into invitation (id, purpose, sender_id, companion_id, recipient, language, subject, body,
                            state, created_at, expires_at, search_text)
                        values (:id, :purpose, :sender, :companion, :recipient, :language, :subject, :body, :state,
                            :createdAt, :expiresAt, :searchText)""")
                .param("id", invitation.id().value())
                .param("purpose", invitation.purpose())
                .param("sender", invitation.sender().value())
                .param("companion", companion == null ? null : companion.value())
                .param("recipient", invitation.recipient())
                .param("language", invitation.language().getLanguage())
                .param("subject", invitation.message().subject())
                .param("body", invitation.message().text())
                .param("state", invitation.state().name())
                .param("createdAt", Timestamp.from(invitation.createdAt()))
                .param("expiresAt", Timestamp.from(invitation.expiresAt()))
                .param("searchText", SearchText.fold(invitation.recipient()))
                .update();
        saveTimeline(invitation);
    }

    /**
     * Saves an invitation, unless somebody else did meanwhile.
     *
     * @throws Refusal changed meanwhile, if somebody else saved it since it was read
     */
    public void save(Invitation invitation) {
        if (!saveUnlessChanged(invitation)) {
            throw Refusal.changedMeanwhile();
        }
    }

    /** Like {@link #save}, for changes that may get lost; false if this one did. */
    public boolean saveUnlessChanged(Invitation invitation) {
        var answeredBy = invitation.answeredBy();
        int saved = jdbc.sql("""
                        update invitation
                        set language = :language, subject = :subject, body = :body, state = :state, expires_at = :expiresAt,
                            answered_by = :answeredBy, reason = :reason, version = version + 1
                        where id = :id and version = :version""")
                .param("language", invitation.language().getLanguage())
                .param("subject", invitation.message().subject())
                .param("body", invitation.message().text())
                .param("state", invitation.state().name())
                .param("expiresAt", Timestamp.from(invitation.expiresAt()))
                .param("answeredBy", answeredBy == null ? null : answeredBy.value())
                .param("reason", invitation.reason())
                .param("id", invitation.id().value())
                .param("version", invitation.version())
                .update();
        if (saved == 1) {
            saveTimeline(invitation);
        }
        return saved == 1;
    }

    /** Lets an invitation also be found by the name of who answered it. */
    public void findAlsoBy(InvitationId id, String name) {
        jdbc.sql("update invitation set search_text = search_text || ' ' || :name where id = :id")
                .param("name", SearchText.fold(name))
                .param("id", id.value())
                .update();
    }

    private void saveTimeline(Invitation invitation) {
        for (var line : invitation.happened()) {
            jdbc.sql("""
                            insert into invitation_event (id, invitation_id, at, kind, organization_id, account_id, detail)
                            values (:id, :invitation, :at, :kind, :organization, :account, :detail)""")
                    .param("id", Uuids.next())
                    .param("invitation", invitation.id().value())
                    .param("at", Timestamp.from(line.at()))
                    .param("kind", line.kind())
                    .param("organization", line.organization())
                    .param("account", line.account())
                    .param("detail", line.detail())
                    .update();
        }
    }

    private static @Nullable UUID uuid(Cursor after) {
        try {
            return UUID.fromString(after.parts().getFirst());
        } catch (IllegalArgumentException altered) {
            return null;
        }
    }

    private static @Nullable OrganizationId organization(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new OrganizationId(id);
    }

    private static Invitation invitation(ResultSet row, int n) throws SQLException {
        return new Invitation(
                new InvitationId(row.getObject("id", UUID.class)),
                row.getString("purpose"),
                new OrganizationId(row.getObject("sender_id", UUID.class)),
                organization(row, "companion_id"),
                row.getString("recipient"),
                Locale.of(row.getString("language")),
                new InvitationMessage(row.getString("subject"), row.getString("body")),
                InvitationState.valueOf(row.getString("state")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                organization(row, "answered_by"),
                row.getString("reason"),
                row.getInt("version"));
    }
}
