package io.palier.platform.mail;

import io.palier.platform.MasterKey;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox. A message is leased before it is sent, so that two nodes never send the same one; a
 * node that dies in between leaves it to be sent again when the lease is over.
 */
@Component
class MailJob {
    private static final Logger LOG = LoggerFactory.getLogger(MailJob.class);
    private static final int ATTEMPTS = 10;
    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final SealedLinks links;
    private final ObjectProvider<JavaMailSender> sender;
    private final String from;

    MailJob(
            JdbcClient jdbc,
            MasterKey key,
            ObjectProvider<JavaMailSender> sender,
            @Value("${palier.mail.from:palier@localhost}") String from) {
        this.jdbc = jdbc;
        this.links = new SealedLinks(key);
        this.sender = sender;
        this.from = from;
    }

    private record Waiting(
            UUID id,
            String recipient,
            @Nullable String replyTo,
            String language,
            String subject,
            String body,
            @Nullable String link,
            int attempts) {}

    @Scheduled(fixedDelay = 2000)
    void run() {
        var server = sender.getIfAvailable();
        if (server != null) {
            sendAll(server);
        }
    }

    /** Sends what is due now, at most 50; returns how many were tried. */
    int sendAll(JavaMailSender server) {
        int tried = 0;
        while (tried < AT_ONCE) {
            var waiting = claim();
            if (waiting.isEmpty()) {
                return tried;
            }
            send(server, waiting.get());
            tried++;
        }
        return tried;
    }

    private Optional<Waiting> claim() {
        return jdbc.sql("""
                        update mail_outbox
                        set attempts = attempts + 1, next_attempt_at = now() + make_interval(mins => 1 << least(attempts + 1, 7))
                        where id = (select id from mail_outbox where state = 'QUEUED' and next_attempt_at <= now()
                                    order by next_attempt_at limit 1 for update skip locked)
                        returning id, recipient, reply_to, language, subject, body, link, attempts""").query(MailJob::waiting).optional();
    }

    private void send(JavaMailSender server, Waiting waiting) {
        try {
            var message = new MimeMessageHelper(server.createMimeMessage(), StandardCharsets.UTF_8.name());
            message.setFrom(from);
            message.setTo(waiting.recipient());
            if (waiting.replyTo() != null) {
                message.setReplyTo(waiting.replyTo());
            }
            message.setSubject(waiting.subject());
            message.setText(text(waiting));
            message.getMimeMessage().setHeader("Content-Language", waiting.language());
            server.send(message.getMimeMessage());
            sent(waiting);
        } catch (MailException | MessagingException | IllegalStateException failure) {
            failed(waiting, failure);
        }
    }

    private String text(Waiting waiting) {
        var link = waiting.link();
        return link == null ? waiting.body() : waiting.body().replace(MailMessage.LINK, links.open(link));
    }

    private void sent(Waiting waiting) {
        jdbc.sql("update mail_outbox set state = 'SENT', sent_at = now(), link = null, problem = null where id = :id")
                .param("id", waiting.id())
                .update();
    }

    private void failed(Waiting waiting, Exception failure) {
        LOG.warn("Mail {} could not be sent, attempt {}: {}", waiting.id(), waiting.attempts(), failure.getMessage());
        var reason = String.valueOf(failure.getMessage());
        jdbc.sql("""
                        update mail_outbox
                        set problem = :problem, state = case when attempts >= :most then 'FAILED' else state end,
                            link = case when attempts >= :most then null else link end
                        where id = :id""")
                .param("problem", reason.substring(0, Math.min(reason.length(), 500)))
                .param("most", ATTEMPTS)
                .param("id", waiting.id())
                .update();
    }

    private static Waiting waiting(ResultSet row, int n) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("reply_to"),
                row.getString("language"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("link"),
                row.getInt("attempts"));
    }
}
