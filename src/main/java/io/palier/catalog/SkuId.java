package io.palier.catalog;

import io.palier.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Identifies a SKU: {@code CFQ7TTC0LH16:0001} on the wire.
 *
 * @param productId letters, digits, {@code - _ .}; at most 40
 * @param number unique in its product; upper case, padded with zeros to 4 characters
 */
public record SkuId(String productId, String number) implements Comparable<SkuId> {
    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{4,10}");

    /** @throws Refusal not found, for anything that is no such id */
    public SkuId {
        if (!PRODUCT.matcher(productId).matches() || !NUMBER.matcher(number).matches()) {
            throw Refusal.notFound();
        }
    }

    /** The SKU with this number as lists write it: {@code 1} is {@code 0001}. Empty if one part is no id. */
    public static Optional<SkuId> of(String productId, String number) {
        var upper = number.strip().toUpperCase(Locale.ROOT);
        var padded = upper.isEmpty() ? upper : "0".repeat(Math.max(0, 4 - upper.length())) + upper;
        var product = productId.strip();
        return PRODUCT.matcher(product).matches() && NUMBER.matcher(padded).matches()
                ? Optional.of(new SkuId(product, padded))
                : Optional.empty();
    }

    /** Reads {@code product:sku}; empty for anything else. */
    public static Optional<SkuId> parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? Optional.empty() : of(text.substring(0, colon), text.substring(colon + 1));
    }

    /** A stable UUID for the audit trail, which knows nothing else. */
    public UUID uuid() {
        return UUID.nameUUIDFromBytes(("sku " + this).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int compareTo(SkuId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return productId + ":" + number;
    }
}
