package io.palier.partner.web;

import io.palier.identity.Viewer;
import io.palier.partner.Partnerships;
import io.palier.shared.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reseller's indirect providers. */
@Controller
class ProviderPages {
    private final Partnerships partnerships;

    ProviderPages(Partnerships partnerships) {
        this.partnerships = partnerships;
    }

    @GetMapping("/providers")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "active") String tab,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        var ended = tab.equals("ended");
        page.addAttribute("tab", ended ? "ended" : "active");
        page.addAttribute("first", after == null);
        page.addAttribute("base", "/providers?tab=" + (ended ? "ended" : "active") + "&");
        page.addAttribute(
                "slice",
                partnerships.providers(viewer, ended, Cursor.parse(after, 2).orElse(null)));
        return "partner/providers";
    }
}
