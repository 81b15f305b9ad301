package io.palier.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Constants as forms and addresses hold them: {@code attention_needed}. */
public final class Names {

    private Names() {}

    /** The constant of a name in any case; empty for none and for what is none. */
    public static <E extends Enum<E>> Optional<E> read(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The names of constants, in lower case. */
    public static List<String> of(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
