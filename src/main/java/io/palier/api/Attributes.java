package io.palier.api;

import org.jspecify.annotations.Nullable;

/**
 * What every object of the contract says of itself.
 *
 * @param etag opaque; null where the contract has none
 * @param objectType the contract's name of the object: {@code Customer}
 */
public record Attributes(@Nullable String etag, String objectType) {

    public static Attributes of(String objectType) {
        return new Attributes(null, objectType);
    }

    public static Attributes of(String objectType, Etag etag) {
        return new Attributes(etag.text(), objectType);
    }
}
