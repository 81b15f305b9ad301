package io.palier.shared.persistence;

import io.palier.shared.TypedId;
import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** One pair of converters serves every {@link TypedId}; the same factory reads ids from addresses. */
public final class TypedIdConverters {

    private TypedIdConverters() {}

    @WritingConverter
    public static final class ToUuid implements Converter<TypedId, UUID> {
        @Override
        public UUID convert(TypedId id) {
            return id.value();
        }
    }

    @ReadingConverter
    public static final class FromUuid implements ConditionalGenericConverter {
        @Override
        public Set<GenericConverter.ConvertiblePair> getConvertibleTypes() {
            return Set.of(
                    new GenericConverter.ConvertiblePair(UUID.class, TypedId.class),
                    new GenericConverter.ConvertiblePair(String.class, TypedId.class));
        }

        @Override
        public boolean matches(TypeDescriptor source, TypeDescriptor target) {
            return target.getType().isRecord();
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
            if (source == null || source.toString().isEmpty()) {
                return null;
            }
            var uuid = source instanceof UUID already ? already : parse(source.toString());
            try {
                return targetType.getType().getConstructor(UUID.class).newInstance(uuid);
            } catch (NoSuchMethodException
                    | InstantiationException
                    | IllegalAccessException
                    | InvocationTargetException e) {
                throw new IllegalStateException(targetType + " is no typed id", e);
            }
        }

        private static UUID parse(String text) {
            if (text.length() != 36) {
                throw new IllegalArgumentException("Not an id");
            }
            return UUID.fromString(text);
        }
    }
}
