package io.palier.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.demo.Cast;
import io.palier.routes.Things.House;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What is not there, what is no id at all, and what is somebody else's: whoever asks, at whichever address, is told the
 * same. Every mapped route with ids is asked.
 */
@DemoServer
class UnknownIdsTests {
    private static final List<String> OUTSIDERS = List.of(
            "admin@adventure.example",
            "admin@northwind.example",
            "admin@fabrikam.example",
            "admin@contoso.example",
            "admin@operator.example");

    @Autowired
    Routes routes;

    @Autowired
    Things things;

    @Autowired
    Town town;

    private final List<String> faults = new ArrayList<>();

    @Test
    void whatIsNotThereIsNotFound() {
        for (var route : withIds()) {
            for (var visitor : everybody()) {
                expectNothing(route, visitor, unknown(route), "unknown id");
                expectNothing(route, visitor, all(route, "not-an-id"), "malformed id");
                expectNothing(route, visitor, all(route, "7"), "number");
                expectNothing(route, visitor, all(route, "x".repeat(300)), "long id");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsSomebodyElsesIsAsIfItWereNotThere() {
        for (var route : withIds()) {
            if (isOwned(route)) {
                var foreign = things.of(route, House.WINGTIP);
                for (var visitor : everybody()) {
                    if (!visitor.toString().equals(Things.owner(route, House.WINGTIP))) {
                        var answer = expectNothing(route, visitor, foreign, "somebody else’s id");
                        expectSame(route, visitor, answer, ask(route, visitor, unknown(route)));
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void somebodyElsesThingIsNotFoundUnderOnesOwn() {
        for (var route : withIds()) {
            if (route.variables().size() > 1 && isOwned(route)) {
                var own = things.of(route, House.CONTOSO);
                var foreign = things.of(route, House.WINGTIP);
                var visitor = town.person(Things.owner(route, House.CONTOSO));
                var mixed = new LinkedHashMap<>(own);
                mixed.put(
                        route.variables().getLast(),
                        foreign.get(route.variables().getLast()));
                expectNothing(route, visitor, mixed, "somebody else’s id under one’s own");
                mixed = new LinkedHashMap<>(foreign);
                mixed.put(route.variables().getLast(), own.get(route.variables().getLast()));
                expectNothing(route, visitor, mixed, "one’s own id under somebody else’s");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theThingsAskedForAreReallyThere() {
        for (var route : withIds()) {
            if (!route.isPost()) {
                var owner = town.person(Things.owner(route, House.WINGTIP));
                // Whose rights are asked about is not in the path.
                var answer = owner.get(route.address(things.of(route, House.WINGTIP)) + "?partner=" + Cast.WINGTIP);
                if (answer.status() >= 400 || answer.asksToSignIn()) {
                    faults.add(route + " as " + owner + " answers " + answer.status());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private List<Route> withIds() {
        var found = routes.all().stream()
                .filter(route -> !route.variables().isEmpty())
                .toList();
        assertThat(found).hasSizeGreaterThan(60);
        return found;
    }

    /** A link’s token is for whoever holds it; help, agreements and the operator’s one catalog are for all. */
    private static boolean isOwned(Route route) {
        return !route.variables().contains("token")
                && !route.pattern().startsWith("/help")
                && !route.pattern().startsWith("/agreements")
                && !route.pattern().startsWith("/operator/catalog/rules");
    }

    private List<Visitor> everybody() {
        var visitors = new ArrayList<Visitor>();
        visitors.add(town.stranger());
        OUTSIDERS.forEach(name -> visitors.add(town.person(name)));
        return visitors;
    }

    private static Map<String, String> unknown(Route route) {
        return all(route, UUID.randomUUID().toString());
    }

    private static Map<String, String> all(Route route, String value) {
        var values = new HashMap<String, String>();
        route.variables().forEach(variable -> values.put(variable, value));
        return values;
    }

    private Answer expectNothing(Route route, Visitor visitor, Map<String, String> ids, String what) {
        var answer = ask(route, visitor, ids);
        // 403 names the missing right of the whole page, before anything is looked up.
        if (answer.status() != 404 && answer.status() != 403 && !answer.asksToSignIn()) {
            faults.add(route + " as " + visitor + " with " + what + " answers " + answer.status() + " "
                    + answer.location());
        }
        return answer;
    }

    private void expectSame(Route route, Visitor visitor, Answer foreign, Answer unknown) {
        if (foreign.status() != unknown.status() || !foreign.text().equals(unknown.text())) {
            faults.add(route + " as " + visitor + " tells somebody else’s from unknown: " + foreign.status() + ", "
                    + unknown.status());
        }
    }

    /** The answer; where an answer leads back to the link itself, what the link says. */
    private static Answer ask(Route route, Visitor visitor, Map<String, String> ids) {
        var answer = first(route, visitor, ids);
        return answer.location().equals("/invitations/" + ids.get("token")) ? visitor.get(answer.location()) : answer;
    }

    private static Answer first(Route route, Visitor visitor, Map<String, String> ids) {
        var address = route.address(ids);
        if (!route.isPost()) {
            return visitor.get(address);
        }
        var fields = new LinkedHashMap<String, String>();
        route.fields().forEach(field -> fields.put(field.name(), field.readable()));
        if (!route.button().isEmpty()) {
            fields.put(route.button(), "true");
        }
        return visitor.post(address, fields);
    }
}
