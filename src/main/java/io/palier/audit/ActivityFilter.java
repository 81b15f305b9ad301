package io.palier.audit;

import io.palier.shared.SearchText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of an activity log is wanted.
 *
 * @param from inclusive
 * @param to exclusive
 * @param person part of a name or sign-in name of the organization's own people
 * @param customer part of a customer's name
 * @param kind exactly this kind; null for all
 */
public record ActivityFilter(
        Instant from,
        Instant to,
        SearchText person,
        SearchText customer,
        @Nullable String kind) {}
