package io.palier.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import io.palier.shared.TypedId;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The contract's JSON. Written strictly: camelCase, nulls left out, enums in lower snake case. Read leniently: names in
 * any case and twice, nulls for "not supplied" in lists too, unknown fields ignored (accounts contract 2.5).
 */
@Component
class ApiJson {
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.SKIP))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(types())
            .build();

    JsonMapper mapper() {
        return mapper;
    }

    private static SimpleModule types() {
        var module = new SimpleModule("Partner Center");
        module.setDeserializers(new WireReaders());
        module.addDeserializer(Instant.class, new WireDateJson.Reader());
        module.addDeserializer(String.class, new WireValues.Text());
        module.addDeserializer(Integer.class, new WireValues.Whole());
        module.addSerializer(Instant.class, new WireDateJson.Writer());
        module.addSerializer(new Ids());
        return module;
    }

    private static final class Ids extends StdSerializer<TypedId> {
        Ids() {
            super(TypedId.class);
        }

        @Override
        public void serialize(TypedId id, JsonGenerator out, SerializationContext context) {
            out.writeString(id.value().toString());
        }
    }
}
