package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an answer must look like: names exactly, kinds of values, and what the object says it is.
 *
 * <p>Fields are written {@code id quantity:int isTrial:bool}; kinds are text (where none is named), {@code int},
 * {@code num}, {@code bool}, {@code word} (an enum), {@code date}, {@code obj} and {@code arr}.
 */
record Shape(Form form, @Nullable String objectType, Map<String, String> fields) {

    enum Form {
        OBJECT,
        LIST,
        BARE_LIST,
        BARE_TEXT,
        TRUE,
        NOTHING
    }

    /** One object. */
    static Shape one(String objectType, String fields) {
        return new Shape(Form.OBJECT, objectType, parse(fields));
    }

    /** An object that does not say what it is. */
    static Shape plain(String fields) {
        return new Shape(Form.OBJECT, null, parse(fields));
    }

    /** A list with at least one object of these fields. */
    static Shape list(@Nullable String objectType, String fields) {
        return new Shape(Form.LIST, objectType, parse(fields));
    }

    /** A list of which only the wrapping counts here. */
    static Shape list() {
        return new Shape(Form.LIST, null, Map.of());
    }

    static Shape bareList() {
        return new Shape(Form.BARE_LIST, null, Map.of());
    }

    static Shape bareText() {
        return new Shape(Form.BARE_TEXT, null, Map.of());
    }

    static Shape bareTrue() {
        return new Shape(Form.TRUE, null, Map.of());
    }

    static Shape nothing() {
        return new Shape(Form.NOTHING, null, Map.of());
    }

    private static Map<String, String> parse(String fields) {
        var all = new LinkedHashMap<String, String>();
        for (var field : fields.split(" ", -1)) {
            int colon = field.indexOf(':');
            all.put(colon < 0 ? field : field.substring(0, colon), colon < 0 ? "text" : field.substring(colon + 1));
        }
        return all;
    }

    List<String> names() {
        return List.copyOf(fields.keySet());
    }

    void check(JsonNode json, String body) {
        switch (form) {
            case NOTHING -> assertThat(body).isEmpty();
            case TRUE -> assertThat(body).isEqualTo("true");
            case BARE_TEXT -> assertThat(json.isString()).as(body).isTrue();
            case BARE_LIST -> assertThat(json.isArray()).as(body).isTrue();
            case OBJECT -> object(json);
            case LIST -> wrapped(json);
        }
    }

    private void wrapped(JsonNode list) {
        assertThat(list.path("items").isArray()).as("%s", list).isTrue();
        assertThat(list.path("totalCount").asInt(-1))
                .isEqualTo(list.path("items").size());
        assertThat(list.at("/attributes/objectType").asString("")).isEqualTo("Collection");
        assertThat(list.at("/links/self/uri").asString(""))
                .as("%s", list.path("links"))
                .startsWith("/");
        if (!fields.isEmpty()) {
            assertThat(list.path("items")).as("%s", list).isNotEmpty();
            list.path("items").forEach(this::object);
        }
    }

    private void object(JsonNode object) {
        assertThat(object.isObject()).as("%s", object).isTrue();
        if (objectType != null) {
            assertThat(object.at("/attributes/objectType").asString("")).isEqualTo(objectType);
        }
        fields.forEach((name, kind) -> assertThat(is(kind, object.path(name)))
                .as("%s:%s in %s", name, kind, object)
                .isTrue());
    }

    private static boolean is(String kind, JsonNode value) {
        return switch (kind) {
            case "int" -> value.isInt();
            case "num" -> value.isNumber();
            case "bool" -> value.isBoolean();
            case "word" -> value.asString("").matches("[a-z]+(_[a-z]+)*");
            case "date" -> value.asString("").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z");
            case "obj" -> value.isObject();
            case "arr" -> value.isArray();
            case "text" -> value.isString() && !value.asString("").isEmpty();
            default -> throw new IllegalArgumentException(Arrays.asList(kind).toString());
        };
    }
}
