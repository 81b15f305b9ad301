package io.palier.insight.web;

/** The help pages, in reading order. */
enum HelpTopic {
    INDIRECT_MODEL("indirect-model", 4),
    CUSTOMER_ACCOUNTS("customer-accounts", 5),
    CUSTOMER_SUBSCRIPTIONS("customer-subscriptions", 5);

    private final String path;
    private final int paragraphs;

    HelpTopic(String path, int paragraphs) {
        this.path = path;
        this.paragraphs = paragraphs;
    }

    /** As in addresses and message keys. */
    public String path() {
        return path;
    }

    /** How many paragraphs, numbered from 1, the messages hold. */
    public int paragraphs() {
        return paragraphs;
    }
}
