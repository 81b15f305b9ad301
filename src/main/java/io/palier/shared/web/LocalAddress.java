package io.palier.shared.web;

import org.jspecify.annotations.Nullable;

/** Addresses to come back to: only those of this portal, never another site's. */
public final class LocalAddress {
    private static final int LONGEST = 1000;

    private LocalAddress() {}

    /** The address if it is a path of this portal, else the given one. */
    public static String orElse(@Nullable String address, String otherwise) {
        return address != null
                        && address.length() <= LONGEST
                        && address.startsWith("/")
                        && !address.startsWith("//")
                        && address.chars().allMatch(c -> c > 32 && c < 127 && "\\{}<>\"^`|".indexOf(c) < 0)
                ? address
                : otherwise;
    }
}
