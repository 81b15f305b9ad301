package io.palier.notification;

import io.palier.identity.Right;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell.
 *
 * @param kind its text is the message {@code notification.<kind>}, filled with {@code arguments}
 * @param subject what it is about, such as an id; the same kind, subject and time are told once
 * @param link a page of the portal, beginning with {@code /}
 * @param needs the right of those it is for; null for everybody in the organization
 */
public record News(
        String kind,
        String subject,
        List<Words> arguments,
        String link,
        @Nullable Right needs,
        Instant at) {}
