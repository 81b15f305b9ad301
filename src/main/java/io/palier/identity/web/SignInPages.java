package io.palier.identity.web;

import io.palier.identity.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The sign-in page; Spring Security itself takes the POST to {@code /sign-in}. */
@Controller
class SignInPages {

    @GetMapping("/sign-in")
    String signIn(
            @Nullable Viewer viewer,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            @RequestParam(required = false) @Nullable String ended,
            Model page) {
        if (viewer != null) {
            return "redirect:/";
        }
        page.addAttribute("signedOut", signedOut != null);
        page.addAttribute("ended", ended != null);
        return "identity/sign-in";
    }

    /** Reached only by forward, after a refusal. */
    @PostMapping("/sign-in/refused")
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    String refused(HttpServletRequest request, Model page) {
        if (request.getAttribute("problem") == null) {
            return "redirect:/sign-in";
        }
        page.addAttribute("problem", request.getAttribute("problem"));
        page.addAttribute("seconds", request.getAttribute("seconds"));
        page.addAttribute("username", request.getParameter("username"));
        return "identity/sign-in";
    }
}
