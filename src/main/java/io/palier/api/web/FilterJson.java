package io.palier.api.web;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.palier.api.Fault;
import io.palier.api.FieldFilter;
import io.palier.api.FieldFilter.Operator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A filter as it stands in an address. Clients name the parts of a joined one differently: all that is inside counts. */
record FilterJson(
        @Nullable String field,
        @Nullable String value,
        @Nullable Operator operator,
        @JsonAnySetter @Nullable Map<String, JsonNode> more) {
    private static final int LONGEST = 2000;

    /** @throws Fault 400, if it is no filter */
    static FieldFilter read(JsonMapper mapper, String text) {
        try {
            if (text.length() > LONGEST) {
                throw unreadable();
            }
            return filter(mapper, mapper.readValue(text, FilterJson.class));
        } catch (JacksonException wrong) {
            throw wrong.getCause() instanceof Fault fault ? fault : unreadable();
        }
    }

    private static FieldFilter filter(JsonMapper mapper, @Nullable FilterJson sent) {
        if (sent == null) {
            throw unreadable();
        }
        var operator = sent.operator == null ? Operator.EQUALS : sent.operator;
        if (sent.field == null && (operator == Operator.AND || operator == Operator.OR)) {
            return new FieldFilter("", "", operator, parts(mapper, sent.more));
        }
        if (sent.field == null || sent.value == null || sent.value.indexOf('\0') >= 0) {
            throw unreadable();
        }
        return new FieldFilter(sent.field, sent.value, operator);
    }

    private static List<FieldFilter> parts(JsonMapper mapper, @Nullable Map<String, JsonNode> more) {
        var found = more == null ? Stream.<JsonNode>empty() : more.values().stream();
        var parts = found.flatMap(node -> node.isArray() ? node.valueStream() : Stream.of(node))
                .filter(JsonNode::isObject)
                .map(node -> filter(mapper, mapper.treeToValue(node, FilterJson.class)))
                .toList();
        if (parts.isEmpty()) {
            throw unreadable();
        }
        return parts;
    }

    private static Fault unreadable() {
        return new Fault(
                Fault.Code.INVALID_INPUT, "The filter is no JSON object with Field, Value and Operator.", "filter");
    }
}
