package io.palier.subscription.rest;

import io.palier.shared.Refusal;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words refusals that the contract wants inside an answer of 200; those of rights and of what is not there go on. */
@Component
class SubscriptionFailures {
    private final MessageSource messages;

    SubscriptionFailures(MessageSource messages) {
        this.messages = messages;
    }

    /** @throws Refusal the same, if it is about rights or a lost update */
    String text(Refusal refusal, Locale language) {
        if (refusal.kind() == Refusal.Kind.FORBIDDEN || refusal.kind() == Refusal.Kind.CHANGED_MEANWHILE) {
            throw refusal;
        }
        return Objects.requireNonNullElse(
                messages.getMessage(
                        "refusal." + refusal.code(), refusal.arguments().toArray(), null, language),
                refusal.code());
    }
}
