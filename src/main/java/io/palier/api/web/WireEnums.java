package io.palier.api.web;

import io.palier.api.WireWords;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads enums as clients write them: any case, with or without {@code _} and {@code -}, or by their place in the
 * contract's order (accounts contract 2.5). They are written in lower snake case.
 */
final class WireEnums {

    private WireEnums() {}

    static final class Reader extends StdDeserializer<Enum<?>> {
        private final List<Enum<?>> constants;

        Reader(JavaType type) {
            super(type);
            constants = Arrays.asList((Enum<?>[]) type.getRawClass().getEnumConstants());
        }

        @Override
        public @Nullable Enum<?> deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                int place = parser.getIntValue();
                if (place >= 0 && place < constants.size()) {
                    return constants.get(place);
                }
                throw WireWords.unknown(constants, Integer.toString(place));
            }
            var text = parser.getValueAsString();
            if (text == null || text.isBlank()) {
                return null;
            }
            var folded = WireWords.fold(text);
            return constants.stream()
                    .filter(constant -> WireWords.fold(constant.name()).equals(folded))
                    .findFirst()
                    .orElseThrow(() -> WireWords.unknown(constants, text));
        }
    }
}
