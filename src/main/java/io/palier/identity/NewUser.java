package io.palier.identity;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person to be added to an organization.
 *
 * @param signInName 3 to 200 characters, of the form {@code local@domain}; unique in the installation
 * @param contactEmail where mail reaches the person, if elsewhere
 * @param displayName 1 to 120 characters
 */
public record NewUser(
        String signInName,
        @Nullable String contactEmail,
        String firstName,
        String lastName,
        String displayName,
        Set<Role> roles,
        Locale language) {}
