package io.palier.invitation;

/**
 * What a recipient reads.
 *
 * @param subject one line, 1 to {@value #SUBJECT} characters
 * @param text holds {@link io.palier.platform.mail.MailMessage#LINK} where the link is to stand
 */
public record InvitationMessage(String subject, String text) {
    /** The longest subject. */
    public static final int SUBJECT = 200;

    public InvitationMessage {
        subject = subject.length() > SUBJECT ? subject.substring(0, SUBJECT) : subject;
    }
}
