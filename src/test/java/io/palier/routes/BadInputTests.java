package io.palier.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.routes.Things.House;
import io.palier.shared.Cursor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every form of the portal, filled in wrongly in every way: refused with a page, or taken for what it says; never a
 * failure, and nothing half saved.
 */
@DemoServer
class BadInputTests {
    /** Forms that mean something with every field left out. */
    private static final Set<String> NEEDS_NOTHING = Set.of(
            "POST /customers/new",
            "POST /customers/new/{draft}/account [refresh]",
            "POST /customers/new/{draft}/account/draft",
            "POST /customers/new/{draft}/subscriptions",
            "POST /customers/new/{draft}/subscriptions/draft",
            "POST /customers/{relationship}/subscriptions/new",
            "POST /customers/{relationship}/users/{user}/licenses",
            "POST /enroll [refresh]",
            "POST /enrollment/signature",
            "POST /operator/partners [refresh]",
            "POST /order-requests/{id}/approval",
            "POST /notifications/{id}/read",
            "POST /order-requests/{id}/withdrawal",
            // Without a password before, it leads to the sign-in.
            "POST /sign-in/code");

    /** Another session must go on: these would end the one used here, or are shut in a demo. */
    private static final Set<String> ELSEWHERE = Set.of("POST /password");

    private static final String NUL = "a%00b";
    private static final String BROKEN = "a%C3%28%FFb";
    private static final String GARBAGE = Visitor.encode("☂ <b>'\";-- =1+1");
    private static final List<String> QUESTIONS =
            List.of(GARBAGE, NUL, BROKEN, "-1", "99999999999999999999", "", "x".repeat(3000));
    private static final String LONG = "x".repeat(100_000);

    @Autowired
    Routes routes;

    @Autowired
    Things things;

    @Autowired
    Town town;

    @Autowired
    StoredState state;

    private final List<String> faults = new ArrayList<>();

    @Test
    void anEmptyFormIsRefused() {
        for (var route : forms()) {
            var answer = submit(route, "");
            if (!route.fields().isEmpty()
                    && !NEEDS_NOTHING.contains(route.toString())
                    && (answer.status() < 400 || answer.status() >= 500)) {
                faults.add(route + " takes an empty form: " + answer.status() + " " + answer.location());
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void noFieldCanMakeAFormFail() {
        for (var route : forms()) {
            for (var field : route.fields()) {
                for (var value : List.of(GARBAGE, NUL, "-1", "99999999999999999999", "")) {
                    submit(route, form(route, one -> one.equals(field) ? value : stale(one)));
                }
                submit(route, form(route.fields().stream().filter(one -> !one.equals(field)), BadInputTests::stale));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void allFieldsTogetherCannotMakeAFormFail() {
        for (var route : forms()) {
            for (var value : List.of(GARBAGE, LONG, "-1", "99999999999999999999", "%F0%9F%98%80")) {
                submit(route, form(route, _ -> value));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void fieldsSentTwiceCannotMakeAFormFail() {
        for (var route : forms()) {
            var once = form(route, BadInputTests::stale);
            submit(route, once + "&" + once);
            submit(route, once + "&" + form(route, _ -> GARBAGE));
            submit(route, form(route.fields().stream(), field -> field.name() + "[0].x", _ -> "1"));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsNoTextIsRefused() {
        for (var route : forms()) {
            if (!route.fields().isEmpty()) {
                for (var value : List.of(NUL, BROKEN)) {
                    var answer = submit(route, form(route, _ -> value));
                    if (answer.status() < 400 && !isSearch(route)) {
                        faults.add(route + " takes " + value + ": " + answer.status() + " " + answer.location());
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void searchesAndFiltersTakeAnything() {
        for (var route : routes.all()) {
            if (!route.isPost() && !route.fields().isEmpty()) {
                var visitor = town.person(Things.owner(route, House.CONTOSO));
                var address = route.address(things.of(route, House.CONTOSO));
                for (var value : Stream.concat(QUESTIONS.stream(), altered()).toList()) {
                    judge(route, value, visitor.get(address + "?" + form(route, _ -> value)));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Where a list goes on, of any number of parts. */
    private static Stream<String> altered() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(parts -> new Cursor(Collections.nCopies(parts, "altered")).toString());
    }

    @Test
    void whatWasTypedStaysWhenAFormIsRefused() {
        for (var route : forms()) {
            for (var field : route.fields()) {
                var wrong = field.type() == String.class ? "" : GARBAGE;
                var answer = submit(route, form(route, one -> one.equals(field) ? wrong : typed(one)));
                if (answer.status() == 422) {
                    route.fields().stream()
                            .filter(one -> !one.equals(field) && isLost(one, answer.body()))
                            .forEach(one -> faults.add(route + " loses " + one.name() + " for " + field.name()));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static String typed(Field field) {
        return field.type() == String.class ? "typed-" + field.name() : stale(field);
    }

    /** Whether the field can be typed into, but does not hold what was typed. */
    private static boolean isLost(Field field, String page) {
        if (field.type() != String.class) {
            return false;
        }
        var name = Pattern.quote(field.name());
        var boxes = Pattern.compile(
                        "<input(?=[^>]* name=\"" + name + "\")(?![^>]* type=\"(password|hidden|radio|checkbox)\")[^>]*>"
                                + "|<textarea(?=[^>]* name=\"" + name + "\")[^>]*>[^<]*")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
        return !boxes.isEmpty() && boxes.stream().noneMatch(box -> box.contains("typed-" + field.name()));
    }

    /** Saved as it is typed, only looked for, or not read at all. */
    private static boolean isSearch(Route route) {
        return route.pattern().contains("/draft")
                || route.pattern().endsWith("/subscriptions/new")
                || NEEDS_NOTHING.contains(route.toString());
    }

    private List<Route> forms() {
        var forms = routes.all().stream()
                .filter(Route::isPost)
                .filter(route -> !ELSEWHERE.contains(route.toString()))
                .toList();
        assertThat(forms).hasSizeGreaterThan(60);
        return forms;
    }

    private static String form(Route route, Function<Field, String> values) {
        return form(route.fields().stream(), values);
    }

    private static String form(Stream<Field> fields, Function<Field, String> values) {
        return form(fields, Field::name, values);
    }

    private static String form(Stream<Field> fields, Function<Field, String> names, Function<Field, String> values) {
        return fields.map(field -> Visitor.encode(names.apply(field)) + "=" + values.apply(field))
                .collect(Collectors.joining("&"));
    }

    /** What can be read, but of a version long gone, so that the thing stays as it is for the next form. */
    private static String stale(Field field) {
        return field.name().equals("version") ? "999" : Visitor.encode(field.readable());
    }

    private Answer submit(Route route, String encoded) {
        var visitor = town.person(Things.owner(route, House.CONTOSO));
        var address = route.address(things.of(route, House.CONTOSO));
        var button = route.button().isEmpty() ? "" : "&" + route.button() + "=true";
        var before = state.now();
        var answer = visitor.post(address, encoded + button);
        judge(route, encoded, answer);
        if (answer.status() >= 400) {
            var after = state.now();
            if (!after.equals(before)) {
                faults.add(route + " answers " + answer.status() + " but left something in " + differing(before, after)
                        + " for " + shortened(encoded));
            }
        }
        return answer;
    }

    private void judge(Route route, String sent, Answer answer) {
        if (answer.status() >= 500) {
            faults.add(route + " answers " + answer.status() + " to " + shortened(sent));
        } else if (answer.status() >= 400 && !answer.body().contains("<html")) {
            faults.add(route + " answers " + answer.status() + " without a page to " + shortened(sent));
        } else if (answer.status() == 422 && !saysWhy(answer.body())) {
            faults.add(route + " does not say what is wrong with " + shortened(sent));
        }
    }

    private static boolean saysWhy(String body) {
        return body.contains("invalid-feedback") || body.contains("role=\"alert\"") || body.contains("class=\"empty");
    }

    private static String differing(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(table -> !table.getValue().equals(before.get(table.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    private static String shortened(String sent) {
        return sent.length() > 300 ? sent.substring(0, 300) + "…" : sent;
    }
}
