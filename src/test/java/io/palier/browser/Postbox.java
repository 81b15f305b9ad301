package io.palier.browser;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A mail server on this machine, to which the portal of {@link BrowserTest} sends. */
final class Postbox implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final long PATIENCE = 20_000;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        SERVER.start();
        TestPropertyValues.of(
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + SERVER.getSmtp().getPort())
                .applyTo(context);
    }

    /** Waits for the message to somebody. */
    static MimeMessage next(String recipient) throws Exception {
        for (int seen = 0; SERVER.waitForIncomingEmail(PATIENCE, seen + 1); ) {
            var messages = SERVER.getReceivedMessages();
            for (var message : messages) {
                if (GreenMailUtil.getAddressList(message.getAllRecipients()).contains(recipient)) {
                    return message;
                }
            }
            seen = messages.length;
        }
        throw new AssertionError("No message to " + recipient + " arrived");
    }
}
