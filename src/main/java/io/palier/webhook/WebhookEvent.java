package io.palier.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an organization can be told of, by the contract's names (accounts contract 7.2). */
public enum WebhookEvent {
    TEST_CREATED("test-created"),
    SUBSCRIPTION_UPDATED("subscription-updated"),
    RELATIONSHIP_ACCEPTED("reseller-relationship-accepted-by-customer"),
    INDIRECT_RELATIONSHIP_ACCEPTED("indirect-reseller-relationship-accepted-by-customer");

    private final String code;

    WebhookEvent(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The event of that name, in any case. */
    public static Optional<WebhookEvent> of(String code) {
        return Arrays.stream(values())
                .filter(event -> event.code.equalsIgnoreCase(code.strip()))
                .findFirst();
    }

    /** The names of all. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(WebhookEvent::code).toList();
    }
}
