package io.palier.api.web;

import io.palier.shared.TypedId;
import io.palier.shared.persistence.TypedIdConverters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleDeserializers;

/** Readers for kinds of types: every enum, every typed id. */
final class WireReaders extends SimpleDeserializers {

    @Override
    public ValueDeserializer<?> findEnumDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
        return new WireEnums.Reader(type);
    }

    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
        return type.isTypeOrSubTypeOf(TypedId.class)
                ? new IdReader(type)
                : super.findBeanDeserializer(type, config, description);
    }

    /** An id that is none identifies nothing. */
    private static final class IdReader extends StdDeserializer<TypedId> {
        private static final TypeDescriptor ID = TypeDescriptor.valueOf(UUID.class);
        private static final UUID NOTHING = new UUID(0, 0);
        private static final TypedIdConverters.FromUuid CONVERTER = new TypedIdConverters.FromUuid();

        private final TypeDescriptor target;

        IdReader(JavaType type) {
            super(type);
            target = TypeDescriptor.valueOf(type.getRawClass());
        }

        @Override
        public @Nullable TypedId deserialize(JsonParser parser, DeserializationContext context) {
            var text = parser.getValueAsString();
            return text == null || text.isBlank() ? null : (TypedId) CONVERTER.convert(id(text), ID, target);
        }

        private static UUID id(String text) {
            try {
                return UUID.fromString(text.strip());
            } catch (IllegalArgumentException none) {
                return NOTHING;
            }
        }
    }
}
