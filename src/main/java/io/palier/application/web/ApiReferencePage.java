package io.palier.application.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The API to look through and try; open to everybody, because it tells nothing of anybody. */
@Controller
class ApiReferencePage {

    @GetMapping("/help/api")
    String show() {
        return "application/api-reference";
    }
}
