package io.palier.notification;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.Cursor;
import io.palier.shared.Refusal;
import io.palier.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to notifications: an organization's, read by each of its people for themselves. */
@Service
@Transactional
public class Notifications {
    /** Above this many, the bell says "more". */
    public static final int COUNTED = 99;

    /** What nobody read for so long is not new any more. */
    private static final Duration NEW = Duration.ofDays(30);

    private static final int PAGE = 25;

    private final JdbcClient jdbc;
    private final Clock clock;

    Notifications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Tells organizations. Telling the same again is no change. */
    public void tell(Collection<OrganizationId> organizations, News news) {
        if (organizations.isEmpty()) {
            return;
        }
        var owners =
                organizations.stream().distinct().map(OrganizationId::value).toArray(UUID[]::new);
        var ids = Stream.generate(() -> NotificationId.next().value())
                .limit(owners.length)
                .toArray(UUID[]::new);
        var needs = news.needs();
        jdbc.sql("""
                        insert into notification (id, organization_id, kind, subject, arguments, arguments_fr, link,
                            needed_right, at)
                        select id, organization_id, :kind, :subject, :arguments, :french, :link, :needs, :at
                        from unnest(:ids::uuid[], :owners::uuid[]) as told (id, organization_id)
                        on conflict do nothing""")
                .param("ids", ids)
                .param("owners", owners)
                .param("kind", news.kind())
                .param("subject", news.subject())
                .param(
                        "arguments",
                        news.arguments().stream().map(Words::english).toArray(String[]::new))
                .param("french", news.arguments().stream().map(Words::french).toArray(String[]::new))
                .param("link", news.link())
                .param("needs", needs == null ? null : needs.name())
                .param("at", Timestamp.from(news.at()))
                .update();
    }

    /** 25 a page, newest first; what the viewer has no right for is left out. */
    @Transactional(readOnly = true)
    public Slice<NotificationView> list(Viewer viewer, boolean onlyUnread, @Nullable Cursor after) {
        var last = after == null ? null : at(after.parts().get(0));
        var rows = jdbc.sql("""
                        select n.id, n.kind, case when :french then coalesce(n.arguments_fr, n.arguments) else n.arguments end
                                   as arguments, n.link, n.at, r.membership_id is not null or n.at < :old as is_read
                        from notification n
                        left join notification_read r on r.notification_id = n.id and r.membership_id = :membership
                        where n.organization_id = :organization
                          and (n.needed_right is null or n.needed_right = any(:rights))
                          and (not :onlyUnread or (r.membership_id is null and n.at >= :old))
                          and (:lastAt::timestamptz is null or (n.at, n.id) < (:lastAt, :lastId::uuid))
                        order by n.at desc, n.id desc limit :limit""")
                .param("membership", viewer.membership().value())
                .param("organization", viewer.organization().value())
                .param("rights", rights(viewer))
                .param("french", viewer.locale().getLanguage().equals("fr"))
                .param("onlyUnread", onlyUnread)
                .param("old", old())
                .param("lastAt", last == null ? null : Timestamp.from(last))
                .param(
                        "lastId",
                        last == null || after == null ? null : id(after.parts().get(1)))
                .param("limit", PAGE + 1)
                .query(Notifications::view)
                .list();
        return Slice.of(rows, PAGE, row -> List.of(row.at().toString(), row.id().toString()));
    }

    /** How many of the past 30 days the viewer has not read, counted up to {@value #COUNTED} + 1. */
    @Transactional(readOnly = true)
    public int unread(Viewer viewer) {
        return jdbc.sql("""
                        select count(*) from (
                            select from notification n
                            where n.organization_id = :organization and n.at >= :old
                              and (n.needed_right is null or n.needed_right = any(:rights)) and not exists (
                                select from notification_read r
                                where r.notification_id = n.id and r.membership_id = :membership)
                            limit :most) as unread""")
                .param("organization", viewer.organization().value())
                .param("membership", viewer.membership().value())
                .param("rights", rights(viewer))
                .param("old", old())
                .param("most", COUNTED + 1)
                .query(Integer.class)
                .single();
    }

    /**
     * Marks one as read, and says where it leads; again is no change.
     *
     * @throws Refusal not found, also for another organization’s and for what the viewer has no right for
     */
    public String markRead(Viewer viewer, NotificationId id) {
        var link = jdbc.sql("""
                        select link from notification where id = :id and organization_id = :organization
                          and (needed_right is null or needed_right = any(:rights))""")
                .param("id", id.value())
                .param("organization", viewer.organization().value())
                .param("rights", rights(viewer))
                .query((row, n) -> row.getString("link"))
                .optional()
                .orElseThrow(Refusal::notFound);
        mark(viewer, id.value());
        return link;
    }

    /** Marks all as read, at most the 10,000 newest. */
    public void markAllRead(Viewer viewer) {
        mark(viewer, null);
    }

    private void mark(Viewer viewer, @Nullable UUID only) {
        jdbc.sql("""
                        insert into notification_read (membership_id, notification_id)
                        select :membership, id from notification
                        where organization_id = :organization
                          and (needed_right is null or needed_right = any(:rights)) and (:only::uuid is null or id = :only)
                        order by at desc limit 10000 on conflict do nothing""")
                .param("membership", viewer.membership().value())
                .param("organization", viewer.organization().value())
                .param("rights", rights(viewer))
                .param("only", only)
                .update();
    }

    private Timestamp old() {
        return Timestamp.from(clock.instant().minus(NEW));
    }

    private static String[] rights(Viewer viewer) {
        return Arrays.stream(Right.values())
                .filter(viewer::may)
                .map(Right::name)
                .toArray(String[]::new);
    }

    private static @Nullable Instant at(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    private static NotificationView view(ResultSet row, int n) throws SQLException {
        return new NotificationView(
                new NotificationId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                List.of((String[]) row.getArray("arguments").getArray()),
                row.getString("link"),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("is_read"));
    }
}
