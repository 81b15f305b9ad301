package io.palier.identity.web;

import io.palier.identity.Viewer;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
    String refused(HttpServletRequest request, HttpServletResponse response, Model page) {
        if (request.getAttribute("problem") == null) {
            return "redirect:/sign-in";
        }
        page.addAttribute("problem", request.getAttribute("problem"));
        page.addAttribute("seconds", request.getAttribute("seconds"));
        page.addAttribute("username", request.getParameter("username"));
        return Forms.again(response, "identity/sign-in");
    }
}
