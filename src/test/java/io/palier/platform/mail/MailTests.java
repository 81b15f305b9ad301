package io.palier.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.palier.PalierTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@PalierTest
class MailTests {
    @RegisterExtension
    static final GreenMailExtension INBOX = new GreenMailExtension(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));

    @Autowired
    Mail mail;

    @Autowired
    MailJob job;

    @Autowired
    JdbcClient jdbc;

    @Test
    void sendsOnceAndForgetsTheLink() throws Exception {
        jdbc.sql("delete from mail_outbox").update();
        mail.send(new MailMessage(
                "info@fabrikam.example",
                "sales@contoso.example",
                Locale.FRENCH,
                "Été à deux",
                "Chère équipe,\n{link}",
                "https://palier.example/invitations/secret"));
        assertThat(jdbc.sql("select link || body from mail_outbox")
                        .query(String.class)
                        .single())
                .doesNotContain("secret");
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(INBOX.getSmtp().getPort());
        assertThat(job.sendAll(server)).isEqualTo(1);
        assertThat(job.sendAll(server)).isZero();
        var received = INBOX.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("Été à deux");
        assertThat(received[0].getContent().toString()).contains("équipe", "https://palier.example/invitations/secret");
        assertThat(GreenMailUtil.getAddressList(received[0].getReplyTo())).isEqualTo("sales@contoso.example");
        assertThat(mail.latest(null))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.text()).doesNotContain("secret").contains("{link}"))
                .extracting(OutboxRow::state)
                .isEqualTo(OutboxRow.State.SENT);
    }

    @Test
    void keepsAMessageThatCouldNotLeave() {
        jdbc.sql("delete from mail_outbox").update();
        mail.send(new MailMessage("info@fabrikam.example", null, Locale.ENGLISH, "Hello", "Text", null));
        var nobody = new JavaMailSenderImpl();
        nobody.setHost("127.0.0.1");
        nobody.setPort(1);
        assertThat(job.sendAll(nobody)).isEqualTo(1);
        assertThat(job.sendAll(nobody)).isZero();
        assertThat(mail.latest(null)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(OutboxRow.State.QUEUED);
            assertThat(row.problem()).isNotBlank();
        });
    }
}
