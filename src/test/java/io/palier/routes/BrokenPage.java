package io.palier.routes;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A page that breaks; known to the tests of routes alone. */
@TestComponent
@Controller
class BrokenPage {
    static final String ADDRESS = "/broken-page";

    @GetMapping(ADDRESS)
    String fail() {
        throw new IllegalStateException("select secret from account");
    }
}
