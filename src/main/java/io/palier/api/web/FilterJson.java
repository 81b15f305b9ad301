package io.palier.api.web;

import io.palier.api.Fault;
import io.palier.api.FieldFilter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A filter as it stands in an address. */
record FilterJson(@Nullable String field, @Nullable String value, FieldFilter.@Nullable Operator operator) {
    private static final int LONGEST = 2000;

    /** @throws Fault 400, if it is no filter */
    static FieldFilter read(JsonMapper mapper, String text) {
        try {
            var filter = text.length() > LONGEST ? null : mapper.readValue(text, FilterJson.class);
            if (filter == null || filter.field == null || filter.value == null || filter.value.indexOf('\0') >= 0) {
                throw unreadable();
            }
            var operator = filter.operator == null ? FieldFilter.Operator.EQUALS : filter.operator;
            return new FieldFilter(filter.field, filter.value, operator);
        } catch (JacksonException wrong) {
            throw unreadable();
        }
    }

    private static Fault unreadable() {
        return new Fault(
                Fault.Code.INVALID_INPUT, "The filter is no JSON object with Field, Value and Operator.", "filter");
    }
}
