package io.palier.webhook;

import java.util.Set;

/**
 * Where an organization wants to be told.
 *
 * @param url https, or http where the installation is for trying; at most 2,000 characters
 * @param ownHeader whether the signature stands in {@code x-ms-signature} instead of {@code Authorization}
 */
public record Registration(String url, Set<WebhookEvent> events, boolean ownHeader) {}
