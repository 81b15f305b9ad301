package io.palier.organization;

import org.jspecify.annotations.Nullable;

/** What customers are shown when they need help (portal reference 2.10). */
public record SupportProfile(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String website) {
    public static final SupportProfile NONE = new SupportProfile(null, null, null);
}
