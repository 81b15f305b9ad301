package io.palier.invitation;

import io.palier.identity.Viewer;
import io.palier.invitation.domain.Invitation;
import io.palier.platform.mail.MailMessage;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The message that reminds a recipient of an invitation, in the recipient's language. */
@Component
class Reminder {
    private final MessageSource messages;

    Reminder(MessageSource messages) {
        this.messages = messages;
    }

    InvitationMessage of(Invitation invitation, Viewer viewer) {
        var language = invitation.language();
        var until = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(invitation.expiresAt().atZone(ZoneOffset.UTC));
        return new InvitationMessage(
                messages.getMessage("invitation.reminder-subject", new Object[] {viewer.organizationName()}, language),
                messages.getMessage(
                        "invitation.reminder-text",
                        new Object[] {viewer.organizationName(), viewer.displayName(), MailMessage.LINK, until},
                        language));
    }
}
