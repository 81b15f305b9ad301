package io.palier.identity.web;

import io.palier.identity.MembershipId;
import io.palier.identity.OrganizationSwitcher;
import io.palier.identity.Preferences;
import io.palier.identity.SignedIn;
import io.palier.identity.Viewer;
import io.palier.shared.Refusal;
import io.palier.shared.web.Languages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The two switches of every page: the language, and the organization acted for. */
@Controller
class LanguagePages {
    private final Preferences preferences;
    private final OrganizationSwitcher switcher;
    private final CurrentSession session;

    LanguagePages(Preferences preferences, OrganizationSwitcher switcher, CurrentSession session) {
        this.preferences = preferences;
        this.switcher = switcher;
        this.session = session;
    }

    @PostMapping("/language")
    String language(
            @Nullable Viewer viewer,
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletResponse response) {
        var locale = Languages.find(language).orElseThrow(() -> Refusal.invalid("language", "form-unreadable"));
        if (viewer != null) {
            preferences.language(viewer, locale);
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(Languages.COOKIE, locale.getLanguage())
                        .sameSite("Lax")
                        .httpOnly(true)
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .build()
                        .toString());
        return "redirect:" + local(back);
    }

    @PostMapping("/organization")
    String organization(
            Viewer viewer,
            @RequestParam MembershipId membership,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (switcher.choices(viewer).stream().noneMatch(c -> c.membership().equals(membership))) {
            throw Refusal.notFound();
        }
        session.actAs(new SignedIn(viewer.account().value(), membership.value()), request, response);
        return "redirect:/";
    }

    /** Only addresses of this portal, never another site's. */
    private static String local(String back) {
        return back.startsWith("/")
                        && !back.startsWith("//")
                        && !back.contains("\\")
                        && back.chars().noneMatch(c -> c < 32)
                ? back
                : "/";
    }
}
