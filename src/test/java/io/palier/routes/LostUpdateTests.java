package io.palier.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.routes.PagesWithForms.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two people change the same thing: whoever saves second is told, and keeps what was typed. Every form with a version
 * is tried as its page shows it.
 */
@DemoServer
class LostUpdateTests {
    private static final Pattern CHANGED = Pattern.compile("changed this meanwhile|entre-temps");
    private static final String TYPED = "typed meanwhile";

    /** Forms about things in a state that nothing of the demo is in, or that go by something else than a version. */
    private static final Set<String> NOT_SHOWN = Set.of(
            "POST /account/applications",
            "POST /customers/{relationship}/account/remove",
            "POST /customers/{relationship}/subscriptions/{id}/reseller",
            "POST /customers/{relationship}/subscriptions/{id}/support-contact",
            "POST /account/users/{id}/reactivation",
            "POST /customers/new/{draft}/submit",
            "POST /customers/{relationship}/subscriptions/{id}/cancellation",
            "POST /customers/{relationship}/subscriptions/{id}/conversion",
            "POST /customers/{relationship}/subscriptions/{id}/reactivation",
            "POST /customers/{relationship}/users/{user}/restore",
            "POST /operator/partners/{id}/reinstatement");

    @Autowired
    Routes routes;

    @Autowired
    PagesWithForms pages;

    @Autowired
    StoredState state;

    private final List<String> faults = new ArrayList<>();
    private Map<String, Shown> forms = Map.of();

    @BeforeEach
    void lookAtEveryPage() {
        forms = pages.all();
    }

    @Test
    void everyVersionedFormIsShownSomewhere() {
        assertThat(versioned().stream()
                        .filter(route -> pages.versioned(route, forms).isEmpty())
                        .map(Route::toString))
                .isSubsetOf(NOT_SHOWN);
    }

    @Test
    void whoSavesSecondIsToldAndKeepsWhatWasTyped() {
        for (var route : versioned()) {
            pages.versioned(route, forms).ifPresent(shown -> {
                var form = filled(shown.form());
                var sent = form.with("version", another(form));
                var before = state.now();
                var answer = shown.visitor().post(form.action(), sent.encoded());
                if (answer.status() != 409 || !CHANGED.matcher(answer.body()).find()) {
                    faults.add(route + " answers " + answer.status() + " to a version of before");
                }
                if (!state.now().equals(before)) {
                    faults.add(route + " saved something");
                }
                again(answer, form.action())
                        .forEach(one -> form.boxes().stream()
                                .filter(box -> one.boxes().contains(box)
                                        && !one.value(box).equals(form.value(box)))
                                .forEach(box -> faults.add(route + " loses " + box)));
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aRefusedFormKeepsTheVersionFirstRead() {
        var kept = new ArrayList<String>();
        for (var route : versioned()) {
            pages.versioned(route, forms).ifPresent(shown -> {
                var read = another(shown.form());
                for (var box : shown.form().boxes()) {
                    var sent = filled(shown.form()).with("version", read).with(box, "");
                    var answer = shown.visitor().post(sent.action(), sent.encoded());
                    if (answer.status() == 422) {
                        kept.add(route + " without " + box);
                        again(answer, sent.action())
                                .filter(one -> !one.value("version").equals(read))
                                .forEach(one -> faults.add(route + " without " + box + " forgets its version"));
                    }
                }
            });
        }
        assertThat(kept).hasSizeGreaterThan(10);
        assertThat(faults).isEmpty();
    }

    /** The form again, if the answer shows it. */
    private static Stream<PageForm> again(Answer answer, String action) {
        return PageForm.of(answer.body()).stream().filter(form -> form.action().equals(action));
    }

    private List<Route> versioned() {
        var found = routes.all().stream()
                .filter(route -> route.isPost()
                        && route.fields().stream()
                                .anyMatch(field -> field.name().equals("version") && field.type() != UUID.class))
                .toList();
        assertThat(found).hasSizeGreaterThan(25);
        return found;
    }

    private static String another(PageForm form) {
        return Integer.toString(Integer.parseInt(form.value("version")) + 7);
    }

    /** What must be filled in is filled in, boxes that must be ticked are ticked. */
    private static PageForm filled(PageForm form) {
        var filled = form.with("sure", "true").with("confirmed", "true").with("agreed", "true");
        for (var box : form.needed()) {
            if (form.value(box).isEmpty()) {
                filled = filled.with(box, box.endsWith("On") ? "2026-01-01" : TYPED);
            }
        }
        return filled;
    }
}
