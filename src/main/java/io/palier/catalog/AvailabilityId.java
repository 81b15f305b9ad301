package io.palier.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palier.shared.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Identifies what can be ordered: one SKU for one term, billing plan, market, currency and segment. Derived from these,
 * so that the same line of a price list has the same id in every installation and after every import.
 *
 * @param value 12 characters of Crockford's base 32
 */
public record AvailabilityId(String value) implements Comparable<AvailabilityId> {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;

    /** @throws Refusal not found, for anything that is no such id */
    public AvailabilityId {
        if (value.length() != LENGTH || !value.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            throw Refusal.notFound();
        }
    }

    public static AvailabilityId of(
            SkuId sku, Term term, BillingPlan plan, String market, String currency, Segment segment) {
        var key = String.join(
                "|", sku.productId(), sku.number(), term.name(), plan.name(), market, currency, segment.name());
        var hash = sha256(key);
        var text = new StringBuilder(LENGTH);
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = (bits << 8) | (hash[i] & 0xFFL);
        }
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt((int) ((bits >>> (59 - 5 * i)) & 31)));
        }
        return new AvailabilityId(text.toString());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int compareTo(AvailabilityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
