package io.palier.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words of the contract as clients write them in addresses: any case, with or without {@code _} and {@code -}. */
public final class WireWords {

    private WireWords() {}

    /** What two spellings of a word have in common. */
    public static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /**
     * The constant that is meant.
     *
     * @throws Fault 400, code 900126, if it is none of them
     */
    public static <E extends Enum<E>> E read(Class<E> type, String sent) {
        var folded = fold(sent);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> fold(constant.name()).equals(folded))
                .findFirst()
                .orElseThrow(() -> unknown(Arrays.asList(type.getEnumConstants()), sent));
    }

    /** The refusal of a word that is none of these. */
    public static Fault unknown(List<? extends Enum<?>> known, String sent) {
        return new Fault(
                Fault.Code.UNKNOWN_VALUE,
                "The value is not one of "
                        + known.stream()
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .toList()
                        + ".",
                sent);
    }
}
