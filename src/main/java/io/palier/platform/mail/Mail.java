package io.palier.platform.mail;

import io.palier.platform.MasterKey;
import io.palier.platform.mail.OutboxRow.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to mail. What is queued here leaves after the caller's transaction has committed, and not without it. */
@Service
@Transactional
@NamedInterface("mail")
public class Mail {
    private final JdbcClient jdbc;
    private final SealedLinks links;
    private final ObjectProvider<JavaMailSender> sender;

    Mail(JdbcClient jdbc, MasterKey key, ObjectProvider<JavaMailSender> sender) {
        this.jdbc = jdbc;
        this.links = new SealedLinks(key);
        this.sender = sender;
    }

    /** Whether a mail server is configured; pages offer to send only then. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isConfigured() {
        return sender.getIfAvailable() != null;
    }

    /** Queues a message; it is sent within seconds, and tried again for about a day. */
    public void send(MailMessage message) {
        var link = message.link();
        jdbc.sql("""
                        insert into mail_outbox (recipient, reply_to, language, subject, body, link)
                        values (:recipient, :replyTo, :language, :subject, :body, :link)""")
                .param("recipient", message.recipient())
                .param("replyTo", message.replyTo())
                .param("language", message.language().getLanguage())
                .param("subject", message.subject())
                .param("body", message.text())
                .param("link", link == null ? null : links.seal(link))
                .update();
    }

    /**
     * The outbox for the operator, newest first, 50 a page.
     *
     * @param before where the page starts: the last row seen; null for the first page
     */
    @Transactional(readOnly = true)
    public List<OutboxRow> latest(@Nullable OutboxRow before) {
        return jdbc.sql("""
                        select id, queued_at, recipient, subject, body, state, attempts, sent_at, problem from mail_outbox
                        where :at::timestamptz is null or (queued_at, id) < (:at::timestamptz, :id::uuid)
                        order by queued_at desc, id desc limit 50""")
                .param("at", before == null ? null : Timestamp.from(before.queuedAt()))
                .param("id", before == null ? null : before.id())
                .query(Mail::row)
                .list();
    }

    private static OutboxRow row(ResultSet row, int n) throws SQLException {
        return new OutboxRow(
                row.getObject("id", UUID.class),
                row.getTimestamp("queued_at").toInstant(),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                instant(row.getTimestamp("sent_at")),
                row.getString("problem"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
