package io.palier.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palier.shared.TypedId;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The tag of one version of an object: base64 of its id and version, as in the commerce contract 4.2. Opaque to clients,
 * and free of characters that the Java client refuses in addresses.
 */
public record Etag(String text) {

    public static Etag of(TypedId id, int version) {
        var json = "{\"id\":\"" + id.value() + "\",\"version\":" + version + "}";
        return new Etag(Base64.getEncoder().encodeToString(json.getBytes(UTF_8)));
    }

    /**
     * Insists that a caller who names a version has seen the present one; a caller who names none is not asked.
     *
     * @param named the header {@code If-Match} or an etag in a body, with or without quotes
     * @throws Fault 400, code 2055 (design, The wire)
     */
    public void requireMatch(@Nullable String named) {
        if (named == null || named.isBlank() || named.strip().equals("*")) {
            return;
        }
        var bare = named.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", "");
        if (!bare.equals(text)) {
            throw new Fault(Fault.Code.STALE, "The etag is no longer valid; read the object again.");
        }
    }
}
