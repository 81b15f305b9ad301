package io.palier.api.openapi;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How lists are asked for, the same everywhere. */
final class Lists {
    private static final Map<String, Parameter> ALL = new TreeMap<>(Map.of(
            "size", query("size", Types.whole(0), "Items in one answer; 0 or left out for all, up to 10,000."),
            "offset", query("offset", Types.whole(0), "Items to leave out, in lists that are read by number."),
            "filter",
                    query(
                            "filter",
                            Types.text(null),
                            "JSON: {\"Field\":\"CompanyName\",\"Value\":\"cont\",\"Operator\":\"starts_with\"}."),
            "seekOperation",
                    query("seekOperation", Types.text(null), "Next, with the continuation token of the last answer."),
            "sortField", query("sortField", Types.text(null), "What to sort by, in lists that can be sorted."),
            "sortDirection", query("sortDirection", Types.text(null), "ascending or descending."),
            "MS-ContinuationToken",
                    new Parameter()
                            .name("MS-ContinuationToken")
                            .in("header")
                            .required(false)
                            .schema(Types.text(null))
                            .description("Where to go on, from the last answer.")));

    private Lists() {}

    static Map<String, Parameter> components() {
        return ALL;
    }

    static List<Parameter> parameters() {
        return ALL.keySet().stream()
                .map(name -> new Parameter().$ref("#/components/parameters/" + name))
                .toList();
    }

    private static Parameter query(String name, Schema<?> schema, String description) {
        return new Parameter()
                .name(name)
                .in("query")
                .required(false)
                .schema(schema)
                .description(description);
    }
}
