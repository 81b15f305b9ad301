package io.palier.application.web;

import io.palier.application.ApplicationId;
import io.palier.application.Permissions;
import io.palier.application.token.Onward;
import io.palier.identity.Viewer;
import io.palier.shared.web.PagePolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** May this application act for you? The answer goes to the authorization server itself. */
@Controller
class ConsentPages {
    private final Permissions permissions;

    ConsentPages(Permissions permissions) {
        this.permissions = permissions;
    }

    @GetMapping("/applications/consent")
    String ask(
            Viewer viewer,
            @RequestParam(name = "client_id") UUID client,
            @RequestParam String state,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(name = "user_code", required = false) @Nullable String code,
            HttpServletResponse response,
            Model page) {
        var question = permissions.ask(viewer, new ApplicationId(client));
        PagePolicy.letFormsLeadTo(
                response,
                question.application().redirectAddresses().stream()
                        .map(ConsentPages::origin)
                        .distinct()
                        .toList());
        page.addAttribute("question", question);
        page.addAttribute("state", state);
        page.addAttribute("scopes", List.of(scope.strip().split("\\s+", -1)));
        page.addAttribute("code", code);
        page.addAttribute("action", code == null ? "/oauth2/authorize" : "/oauth2/device_verification");
        return "application/consent";
    }

    /** Where somebody enters what a device shows. */
    @GetMapping("/device")
    String device(
            Viewer viewer,
            @RequestParam(name = "user_code", defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String refused,
            Model page) {
        page.addAttribute("code", code.length() > 20 ? "" : code);
        page.addAttribute("done", null);
        page.addAttribute("isDone", done != null);
        page.addAttribute("isRefused", refused != null);
        return "application/device";
    }

    /** Reached only by forward, after a sign-in. */
    @GetMapping(Onward.PAGE)
    String onward(HttpServletRequest request, HttpServletResponse response, Model page) {
        var target = request.getAttribute(Onward.TARGET);
        if (target == null) {
            return "redirect:/";
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        page.addAttribute("target", target);
        return "application/onward";
    }

    private static String origin(String address) {
        var uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
