package io.palier.api.web;

import io.palier.api.Fault;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Plain values of bodies: what cannot be kept as it was sent is refused, instead of kept otherwise. */
final class WireValues {

    private WireValues() {}

    /** Texts; the character 0 is in none that a person wrote, and no database keeps it. */
    static final class Text extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            var text = super.deserialize(parser, context);
            if (text != null && text.indexOf('\0') >= 0) {
                throw new Fault(Fault.Code.INVALID_INPUT, "A text has a character that no text has: 0.");
            }
            return text;
        }
    }

    /** Whole numbers, also as {@code 5.0} or as text; half a license is none. */
    static final class Whole extends StdDeserializer<Integer> {
        Whole() {
            super(Integer.class);
        }

        @Override
        public @Nullable Integer deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    || parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
                    || parser.currentToken() == JsonToken.VALUE_STRING) {
                var text = parser.getString().strip();
                return text.isEmpty() ? null : whole(text);
            }
            return (Integer) context.handleUnexpectedToken(getValueType(context), parser);
        }

        private static Integer whole(String text) {
            try {
                if (text.length() <= 20) {
                    return new BigDecimal(text).intValueExact();
                }
            } catch (ArithmeticException | NumberFormatException none) {
                // Said below.
            }
            throw new Fault(
                    Fault.Code.INVALID_INPUT,
                    "This is no whole number.",
                    text.substring(0, Math.min(20, text.length())));
        }
    }
}
