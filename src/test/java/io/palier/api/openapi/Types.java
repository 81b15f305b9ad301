package io.palier.api.openapi;

import io.palier.shared.TypedId;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverterContextImpl;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shapes of bodies, as the API's JSON writes them. */
final class Types {
    private final ModelConverterContextImpl context;

    Types() {
        var mapper = JsonMapper.builder().build();
        var names = new Names();
        var resolver = new ModelResolver(mapper, names);
        resolver.setOpenapi31(true);
        context = new ModelConverterContextImpl(List.<ModelConverter>of(new WireTypes(mapper), resolver));
    }

    Schema<?> of(Type type) {
        var schema = context.resolve(new AnnotatedType(type).resolveAsRef(true));
        return schema == null ? new JsonSchema() : schema;
    }

    /** All shapes met so far, by name. */
    @SuppressWarnings("rawtypes") // as the library has it
    Map<String, Schema> all() {
        return new TreeMap<>(context.getDefinedModels());
    }

    static Schema<?> text(@Nullable String format) {
        var schema = new JsonSchema();
        schema.setTypes(Set.of("string"));
        schema.setFormat(format);
        return schema;
    }

    static Schema<?> whole(int smallest) {
        var schema = new JsonSchema();
        schema.setTypes(Set.of("integer"));
        schema.setMinimum(BigDecimal.valueOf(smallest));
        return schema;
    }

    /** Ids are texts; enums are written in lower case. */
    private record WireTypes(JsonMapper mapper) implements ModelConverter {
        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType asked, ModelConverterContext context, Iterator<ModelConverter> others) {
            JavaType type = mapper.constructType(asked.getType());
            if (type.isTypeOrSubTypeOf(TypedId.class)) {
                return text("uuid");
            }
            if (type.isEnumType()) {
                return words(type.getRawClass());
            }
            if (type.getRawClass() == Object.class || type.isTypeOrSubTypeOf(JsonNode.class)) {
                return new JsonSchema();
            }
            return others.hasNext() ? others.next().resolve(asked, context, others) : null;
        }

        private static Schema<?> words(Class<?> type) {
            var schema = new JsonSchema();
            schema.setTypes(Set.of("string"));
            Arrays.stream(type.getEnumConstants())
                    .map(one -> ((Enum<?>) one).name().toLowerCase(Locale.ROOT))
                    .forEach(schema::addEnumItemObject);
            return schema;
        }
    }

    /** As the contract names them: the record of a customer is a Customer. */
    private static final class Names extends TypeNameResolver {
        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            var own = type.getSimpleName().replaceFirst("(Json|Resource)$", "");
            var outer = type.getEnclosingClass();
            var prefix = outer == null || outer == Refusals.class ? "" : nameForClass(outer, options);
            return own.startsWith(prefix) ? own : prefix + own;
        }
    }
}
