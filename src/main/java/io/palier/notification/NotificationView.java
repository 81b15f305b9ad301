package io.palier.notification;

import java.time.Instant;
import java.util.List;

/**
 * One notification as one person sees it.
 *
 * @param kind its text is the message {@code notification.<kind>}, filled with {@code arguments}
 * @param link a page of the portal
 * @param isRead whether this person has read it
 */
public record NotificationView(
        NotificationId id, String kind, List<String> arguments, String link, Instant at, boolean isRead) {}
