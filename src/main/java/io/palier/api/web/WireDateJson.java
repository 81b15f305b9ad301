package io.palier.api.web;

import io.palier.api.WireDates;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Dates in bodies, in the forms of {@link WireDates}. */
final class WireDateJson {

    private WireDateJson() {}

    static final class Reader extends StdDeserializer<Instant> {
        Reader() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return Instant.ofEpochMilli(parser.getLongValue());
            }
            return WireDates.read(parser.getValueAsString(""));
        }
    }

    static final class Writer extends StdSerializer<Instant> {
        Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            // Without a zone, as clients write it: moved to another it would be the year 0.
            out.writeString(
                    value.equals(WireDates.NONE)
                            ? "0001-01-01T00:00:00"
                            : value.truncatedTo(ChronoUnit.MILLIS).toString());
        }
    }
}
