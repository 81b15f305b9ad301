package io.palier.invitation.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** A {@code mailto:} address (RFC 6068) that opens a message in the person's own mail program. */
final class MailtoLink {
    /** Beyond this some mail programs cut the message off; the page then recommends the clipboard. */
    static final int SAFE = 1900;

    private MailtoLink() {}

    static String of(String recipient, String subject, String text) {
        return "mailto:" + encode(recipient).replace("%40", "@") + "?subject=" + encode(subject) + "&body="
                + encode(text.replace("\r\n", "\n").replace("\n", "\r\n"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
