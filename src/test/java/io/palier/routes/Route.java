package io.palier.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.method.HandlerMethod;

/**
 * One way into the portal: a method and a path, its alternatives already told apart.
 *
 * @param pattern with {@code {variables}}
 * @param button the parameter that must be sent to come here; empty for most
 */
record Route(String method, String pattern, String button, HandlerMethod handler) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

    boolean isPost() {
        return method.equals("POST");
    }

    List<String> variables() {
        return VARIABLE.matcher(pattern).results().map(found -> found.group(1)).toList();
    }

    /** The address with these values, as they are. */
    String address(Map<String, String> values) {
        return VARIABLE.matcher(pattern).replaceAll(found -> {
            var value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("No " + found.group(1) + " for " + pattern);
            }
            return java.util.regex.Matcher.quoteReplacement(value);
        });
    }

    /** The fields its handler reads. */
    List<Field> fields() {
        var fields = new ArrayList<Field>();
        for (var parameter : handler.getMethodParameters()) {
            fields.addAll(Field.of(parameter));
        }
        return fields;
    }

    @Override
    public String toString() {
        return method + " " + pattern + (button.isEmpty() ? "" : " [" + button + "]");
    }
}
