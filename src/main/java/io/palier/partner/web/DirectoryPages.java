package io.palier.partner.web;

import io.palier.partner.Partners;
import io.palier.shared.SearchText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public directory of indirect providers. */
@Controller
class DirectoryPages {
    private final Partners partners;

    DirectoryPages(Partners partners) {
        this.partners = partners;
    }

    @GetMapping("/directory")
    String directory(@RequestParam(required = false) @Nullable String search, Model page) {
        var text = SearchText.of(search);
        page.addAttribute("providers", partners.directory(text));
        page.addAttribute("search", text.typed());
        return "partner/enrollment-directory";
    }
}
