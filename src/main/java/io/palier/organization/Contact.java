package io.palier.organization;

import org.jspecify.annotations.Nullable;

/**
 * A person to reach at an organization.
 *
 * @param phone E.164, such as {@code +33123456789}
 */
public record Contact(
        String firstName,
        String lastName,
        String email,
        @Nullable String phone) {}
