package io.palier.identity;

import java.security.SecureRandom;

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
