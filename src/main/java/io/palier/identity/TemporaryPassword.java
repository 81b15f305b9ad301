package io.palier.identity;

import io.palier.shared.Refusal;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * A password to be shown once and changed at the first sign-in.
 *
 * @param signInName whose it is
 * @param password in clear; never log or store it
 */
public record TemporaryPassword(String signInName, String password) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String ALPHABET = LETTERS + "23456789";
    private static final int SHORTEST = 8;
    private static final int LONGEST = 200;

    /**
     * The one that somebody chose for the person, or a new one.
     *
     * @throws Refusal invalid, field {@code password}, for fewer than 8 characters or more than 200
     */
    static TemporaryPassword of(String signInName, @Nullable String chosen) {
        if (chosen == null) {
            return generate(signInName);
        }
        if (chosen.length() < SHORTEST || chosen.length() > LONGEST) {
            throw Refusal.invalid("password", "password.too-short", SHORTEST);
        }
        return new TemporaryPassword(signInName, chosen);
    }

    /** 16 characters that cannot be mistaken for each other (over 90 bits), in groups of four. */
    static TemporaryPassword generate(String signInName) {
        var password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                password.append('-');
            }
            var from = i % 4 == 0 ? LETTERS : ALPHABET;
            password.append(from.charAt(RANDOM.nextInt(from.length())));
        }
        return new TemporaryPassword(signInName, password.toString());
    }

    @Override
    public String toString() {
        return "TemporaryPassword[signInName=" + signInName + "]";
    }
}
