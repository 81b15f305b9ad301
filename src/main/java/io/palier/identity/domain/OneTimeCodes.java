package io.palier.identity.domain;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** The codes that a person's device shows (RFC 6238): SHA-1, six digits, thirty seconds, as every such program knows. */
public final class OneTimeCodes {
    public static final int SECONDS = 30;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SEED_BYTES = 20;
    private static final int STEPS_ASKEW = 1;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

    private OneTimeCodes() {}

    /** What the codes are computed from. */
    public static byte[] seed() {
        var seed = new byte[SEED_BYTES];
        RANDOM.nextBytes(seed);
        return seed;
    }

    /** The code of that moment. */
    public static String code(byte[] seed, Instant at) {
        try {
            return GENERATOR.generateOneTimePasswordString(new SecretKeySpec(seed, "HmacSHA1"), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The step whose code this is, if it is the present one or a neighbor: clocks of devices are not exact. */
    public static OptionalLong step(byte[] seed, String code, Instant now) {
        var typed = code.getBytes(StandardCharsets.UTF_8);
        var found = OptionalLong.empty();
        for (int askew = -STEPS_ASKEW; askew <= STEPS_ASKEW; askew++) {
            var at = now.plusSeconds((long) askew * SECONDS);
            if (MessageDigest.isEqual(code(seed, at).getBytes(StandardCharsets.UTF_8), typed)) {
                found = OptionalLong.of(Math.floorDiv(at.getEpochSecond(), SECONDS));
            }
        }
        return found;
    }

    /** The seed as people type it into a device: base 32 (RFC 4648). */
    public static String text(byte[] seed) {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : seed) {
            buffer = (buffer << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((buffer >> bits) & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(BASE32.charAt((buffer << (5 - bits)) & 31));
        }
        return text.toString();
    }
}
