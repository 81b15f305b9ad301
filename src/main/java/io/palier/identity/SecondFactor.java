package io.palier.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** How a session tells that its person has shown a second factor. */
public final class SecondFactor {
    /** Held by sessions in which a second factor was used, and by nothing else. */
    public static final String AUTHORITY = "FACTOR_TOTP";

    private SecondFactor() {}

    public static boolean wasUsed(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> AUTHORITY.equals(authority.getAuthority()));
    }
}
