package io.palier.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sort key of the last row seen, opaque in addresses. It only says where to go on; rights are checked as always.
 *
 * @param parts the key's columns as text
 */
public record Cursor(List<String> parts) {
    private static final String SEPARATOR = "\u001f";

    /** The text for an address: base64url. */
    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(UTF_8));
    }

    /**
     * One of the parts that are ids.
     *
     * @throws Refusal not found, if somebody altered it
     */
    public UUID id(int part) {
        try {
            return UUID.fromString(parts.get(part));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Refusal.notFound();
        }
    }

    /** Reads a cursor of {@code size} parts; anything else, altered ones too, is the start of the list. */
    public static Optional<Cursor> parse(@Nullable String text, int size) {
        if (text == null || text.isBlank() || text.length() > 2000) {
            return Optional.empty();
        }
        try {
            var parts = Arrays.asList(new String(Base64.getUrlDecoder().decode(text), UTF_8).split(SEPARATOR, -1));
            return parts.size() == size && parts.stream().noneMatch(p -> p.indexOf('\0') >= 0)
                    ? Optional.of(new Cursor(parts))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
