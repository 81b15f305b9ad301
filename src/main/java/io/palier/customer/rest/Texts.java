package io.palier.customer.rest;

import org.jspecify.annotations.Nullable;

/** Texts of a body, in which anything may be missing. */
final class Texts {

    private Texts() {}

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
