package io.palier.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Send, where a mail server is configured: the job hands the message to a real SMTP server. */
@BrowserTest
class MailedRequestTests {
    @RegisterExtension
    final Visitors visitors = new Visitors();

    @Autowired
    Companies companies;

    @Test
    void arrivesInTheRecipientsLanguageWithTheLink() throws Exception {
        var provider = companies.provider();
        var recipient = "bureau" + Companies.next() + "@proseware.example";
        var visitor = visitors.english().signIn(provider.admin()).open("/resellers/requests/new");
        visitor.type("recipients", recipient).chooseValue("language", "fr").press("Write the message");
        var link = visitor.main().locator("#invitation-link").textContent();
        visitor.press("Send").seesExactly("Sent", recipient);

        var message = Postbox.next(recipient);
        assertThat(message.getSubject()).contains(provider.name(), "souhaite");
        assertThat(message.getHeader("Content-Language")).containsExactly("fr");
        assertThat(GreenMailUtil.getAddressList(message.getReplyTo())).isEqualTo(provider.admin());
        assertThat(message.getContent().toString())
                .startsWith("Bonjour,")
                .contains("Autoriser le fournisseur indirect", link);

        visitors.french().open(link).seesExactly(provider.name() + " vous propose un partenariat");
    }
}
