package io.palier.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * A form as a page shows it, with what a browser would send.
 *
 * @param boxes names of the fields a person types text into
 * @param needed those of them that must not be empty
 */
record PageForm(String action, List<Map.Entry<String, String>> fields, List<String> boxes, List<String> needed) {
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile(
            "<(input|button)\\b([^>]*)>|<textarea\\b([^>]*)>(.*?)</textarea>|<select\\b([^>]*)>(.*?)</select>",
            Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");

    /** The forms of a page that are sent by POST. */
    static List<PageForm> of(String page) {
        return FORM.matcher(page)
                .results()
                .filter(form -> attribute(form.group(1), "method").equalsIgnoreCase("post"))
                .map(form -> read(attribute(form.group(1), "action"), form.group(2)))
                .toList();
    }

    private static PageForm read(String action, String inside) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        var boxes = new ArrayList<String>();
        var needed = new ArrayList<String>();
        CONTROL.matcher(inside).results().forEach(control -> {
            if (control.group(1) != null) {
                input(control.group(1), control.group(2), fields, boxes, needed);
            } else if (control.group(3) != null) {
                box(control.group(3), boxes, needed);
                fields.add(Map.entry(attribute(control.group(3), "name"), HtmlUtils.htmlUnescape(control.group(4))));
            } else {
                fields.add(Map.entry(attribute(control.group(5), "name"), chosen(control.group(6))));
            }
        });
        fields.removeIf(field -> field.getKey().isEmpty() || field.getKey().equals("_csrf"));
        return new PageForm(action, fields, boxes, needed);
    }

    private static void box(String attributes, List<String> boxes, List<String> needed) {
        boxes.add(attribute(attributes, "name"));
        if (attributes.contains(" required") || attributes.contains("aria-required=\"true\"")) {
            needed.add(attribute(attributes, "name"));
        }
    }

    private static void input(
            String tag,
            String attributes,
            List<Map.Entry<String, String>> fields,
            List<String> boxes,
            List<String> needed) {
        var type = attribute(attributes, "type");
        var name = attribute(attributes, "name");
        var isTicked = !(type.equals("checkbox") || type.equals("radio")) || attributes.contains(" checked");
        // The first button that says something is the one that is pressed.
        var isAnotherButton = tag.equals("button")
                && (attributes.contains("formnovalidate")
                        || fields.stream().anyMatch(field -> field.getKey().equals(name)));
        if (isAnotherButton || type.equals("file") || !isTicked) {
            return;
        }
        if (tag.equals("input") && !type.equals("hidden") && !type.equals("checkbox") && !type.equals("radio")) {
            box(attributes, boxes, needed);
        }
        fields.add(Map.entry(name, attribute(attributes, "value")));
    }

    private static String chosen(String options) {
        var all =
                OPTION.matcher(options).results().map(option -> option.group(1)).toList();
        return all.stream()
                .filter(option -> option.contains(" selected"))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(option -> attribute(option, "value"))
                .orElse("");
    }

    private static String attribute(String attributes, String name) {
        var found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }

    String value(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** The same form with something else typed into a field. */
    PageForm with(String name, String value) {
        var changed = new ArrayList<>(fields);
        changed.removeIf(field -> field.getKey().equals(name));
        changed.add(Map.entry(name, value));
        return new PageForm(action, changed, boxes, needed);
    }

    String encoded() {
        return fields.stream()
                .map(field -> Visitor.encode(field.getKey()) + "=" + Visitor.encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }
}
