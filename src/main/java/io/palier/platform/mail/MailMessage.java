package io.palier.platform.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A plain-text message to one person.
 *
 * @param replyTo where answers go; null for nowhere
 * @param subject one line
 * @param text holds {@value #LINK} wherever the link is to stand
 * @param link the secret link, kept encrypted until the message has left; null if there is none
 */
@NamedInterface("mail")
public record MailMessage(
        String recipient,
        @Nullable String replyTo,
        Locale language,
        String subject,
        String text,
        @Nullable String link) {
    /** Stands for the link, in the outbox and on the operator's page. */
    public static final String LINK = "{link}";
}
