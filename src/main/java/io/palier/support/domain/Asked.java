package io.palier.support.domain;

import io.palier.organization.Contact;
import io.palier.organization.PhoneNumbers;
import io.palier.shared.Refusal;
import io.palier.subscription.SubscriptionId;
import io.palier.support.NewServiceRequest;
import io.palier.support.Severity;
import io.palier.support.SupportTopic;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is asked for, as it must be to be kept. */
public record Asked(
        SupportTopic topic,
        Severity severity,
        String title,
        String description,
        @Nullable SubscriptionId subscription,
        Locale language,
        Contact contact) {
    /** Characters of a title. */
    public static final int LONGEST_TITLE = 200;

    /** Characters of a description or a note. */
    public static final int LONGEST_TEXT = 10_000;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 200;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]+");

    /**
     * Checks what was typed.
     *
     * @param otherwise whom to answer if nobody else is named; taken as it is
     * @param country ISO 3166-1 alpha-2, for phone numbers without a country code
     * @throws Refusal invalid, naming the field
     */
    public static Asked of(NewServiceRequest wanted, Contact otherwise, String country) {
        if (wanted.topic() == null) {
            throw Refusal.invalid("topic", "support.no-topic");
        }
        var title = text("title", wanted.title(), LONGEST_TITLE);
        var description = text("description", wanted.description(), LONGEST_TEXT);
        if (wanted.severity() == null) {
            throw Refusal.invalid("severity", "support.no-severity");
        }
        var contact = wanted.contact();
        return new Asked(
                wanted.topic(),
                wanted.severity(),
                title,
                description,
                wanted.subscription(),
                wanted.language(),
                contact == null ? otherwise : check(contact, country));
    }

    private static Contact check(Contact contact, String country) {
        var email = text("email", contact.email(), LONGEST_EMAIL);
        if (!EMAIL.matcher(email).matches()) {
            throw Refusal.invalid("email", "support.email");
        }
        return new Contact(
                text("firstName", contact.firstName(), LONGEST_NAME),
                text("lastName", contact.lastName(), LONGEST_NAME),
                email,
                PhoneNumbers.normalize(contact.phone(), country));
    }

    static String text(String field, String typed, int longest) {
        var text = typed.strip();
        if (text.isEmpty()) {
            throw Refusal.invalid(field, "support.missing");
        }
        if (text.length() > longest) {
            throw Refusal.invalid(field, "support.too-long", longest);
        }
        return text;
    }
}
