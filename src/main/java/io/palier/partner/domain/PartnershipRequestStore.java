package io.palier.partner.domain;

import io.palier.organization.OrganizationId;
import io.palier.partner.PartnershipRequestId;
import io.palier.partner.PartnershipRequestView.Step;
import io.palier.partner.RequestState;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
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

/** Partnership requests with their timelines. */
@Repository
public class PartnershipRequestStore {
    private static final int PAGE = 25;

    private final JdbcClient jdbc;

    PartnershipRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PartnershipRequest> find(PartnershipRequestId id) {
        return jdbc.sql("select * from partnership_request where id = :id")
                .param("id", id.value())
                .query(PartnershipRequestStore::request)
                .optional();
    }

    /** A provider's requests, latest first, 25 a page. */
    public Slice<PartnershipRequest> list(OrganizationId provider, @Nullable Cursor after) {
        var rows = jdbc.sql("""
                        select * from partnership_request
                        where provider_id = :provider and (:after::uuid is null or id < :after::uuid)
                        order by id desc limit :limit""")
                .param("provider", provider.value())
                .param("after", after == null ? null : uuid(after))
                .param("limit", PAGE + 1)
                .query(PartnershipRequestStore::request)
                .list();
        return Slice.of(rows, PAGE, row -> List.of(row.id().toString()));
    }

    /** What happened, oldest first; the first 200 lines. */
    public List<Step> timeline(PartnershipRequestId id) {
        return jdbc.sql("""
                        select e.at, e.kind, o.name, e.detail from partnership_request_event e
                        left join organization_view o on o.id = e.organization_id
                        where e.request_id = :id order by e.at, e.id limit 200""")
                .param("id", id.value())
                .query((row, n) -> new Step(
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("detail")))
                .list();
    }

    /** Up to 100 requests that are open although their time is over, kept from other nodes until commit. */
    public List<PartnershipRequest> due(Instant now) {
        return jdbc.sql("""
                        select * from partnership_request where state in ('DRAFT', 'SENT', 'OPENED') and expires_at <= :now
                        order by expires_at limit 100 for update skip locked""")
                .param("now", Timestamp.from(now))
                .query(PartnershipRequestStore::request)
                .list();
    }

    public void add(PartnershipRequest request) {
        jdbc.sql("""
                        insert into partnership_request (id, provider_id, recipient, language, subject, body, state,
                            created_at, expires_at)
                        values (:id, :provider, :recipient, :language, :subject, :body, :state, :createdAt, :expiresAt)""")
                .param("id", request.id().value())
                .param("provider", request.provider().value())
                .param("recipient", request.recipient())
                .param("language", request.language().getLanguage())
                .param("subject", request.subject())
                .param("body", request.body())
                .param("state", request.state().name())
                .param("createdAt", Timestamp.from(request.createdAt()))
                .param("expiresAt", Timestamp.from(request.expiresAt()))
                .update();
        saveTimeline(request);
    }

    /**
     * Saves a request, unless somebody else did meanwhile.
     *
     * @throws Refusal changed meanwhile, if somebody else saved it since it was read
     */
    public void save(PartnershipRequest request) {
        if (!saveUnlessChanged(request)) {
            throw Refusal.changedMeanwhile();
        }
    }

    /** Like {@link #save}, for changes that may get lost; false if this one did. */
    public boolean saveUnlessChanged(PartnershipRequest request) {
        var reseller = request.reseller();
        int saved = jdbc.sql("""
                        update partnership_request
                        set language = :language, subject = :subject, body = :body, state = :state, expires_at = :expiresAt,
                            reseller_id = :reseller, reason = :reason, version = version + 1
                        where id = :id and version = :version""")
                .param("language", request.language().getLanguage())
                .param("subject", request.subject())
                .param("body", request.body())
                .param("state", request.state().name())
                .param("expiresAt", Timestamp.from(request.expiresAt()))
                .param("reseller", reseller == null ? null : reseller.value())
                .param("reason", request.reason())
                .param("id", request.id().value())
                .param("version", request.version())
                .update();
        if (saved == 1) {
            saveTimeline(request);
        }
        return saved == 1;
    }

    private void saveTimeline(PartnershipRequest request) {
        for (var line : request.happened()) {
            jdbc.sql("""
                            insert into partnership_request_event (id, request_id, at, kind, organization_id, account_id, detail)
                            values (:id, :request, :at, :kind, :organization, :account, :detail)""")
                    .param("id", Uuids.next())
                    .param("request", request.id().value())
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

    private static PartnershipRequest request(ResultSet row, int n) throws SQLException {
        var reseller = row.getObject("reseller_id", UUID.class);
        return new PartnershipRequest(
                new PartnershipRequestId(row.getObject("id", UUID.class)),
                new OrganizationId(row.getObject("provider_id", UUID.class)),
                row.getString("recipient"),
                Locale.of(row.getString("language")),
                row.getString("subject"),
                row.getString("body"),
                RequestState.valueOf(row.getString("state")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                reseller == null ? null : new OrganizationId(reseller),
                row.getString("reason"),
                row.getInt("version"));
    }
}
