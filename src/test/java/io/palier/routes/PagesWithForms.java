package io.palier.routes;

import io.palier.routes.Things.House;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;

/** Every form that the pages of the demo show, found by looking at every page as everybody. */
@TestComponent
class PagesWithForms {
    private static final List<String> PEOPLE = List.of(
            House.CONTOSO.providerAdmin,
            House.CONTOSO.customerAdmin,
            "admin@operator.example",
            "admin@fabrikam.example",
            "admin@adventure.example");

    /** A form, and who was shown it. */
    record Shown(Visitor visitor, PageForm form) {}

    private final Routes routes;
    private final Things things;
    private final Town town;

    PagesWithForms(Routes routes, Things things, Town town) {
        this.routes = routes;
        this.things = things;
        this.town = town;
    }

    /** By the address they are sent to. */
    Map<String, Shown> all() {
        var forms = new LinkedHashMap<String, Shown>();
        for (var person : PEOPLE) {
            var visitor = town.person(person);
            routes.all().stream()
                    .filter(route -> !route.isPost() && !route.pattern().contains("export"))
                    .flatMap(this::addresses)
                    .forEach(address -> look(visitor, address, forms));
        }
        return forms;
    }

    /** The form of a route with the version of what it changes, if a page shows one. */
    Optional<Shown> versioned(Route route, Map<String, Shown> forms) {
        var address = route.address(things.of(route, House.CONTOSO));
        return Optional.ofNullable(forms.get(address))
                .filter(shown -> shown.form().value("version").matches("[0-9]+"));
    }

    private Stream<String> addresses(Route route) {
        var address = route.address(things.of(route, House.CONTOSO));
        return Stream.of(address, address + "?deleted=true&kind=PARTNER&partner=" + House.CONTOSO.provider());
    }

    private static void look(Visitor visitor, String address, Map<String, Shown> forms) {
        var answer = visitor.get(address);
        if (answer.status() == 200) {
            PageForm.of(answer.body()).forEach(form -> forms.putIfAbsent(form.action(), new Shown(visitor, form)));
        }
    }
}
