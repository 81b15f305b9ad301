package io.palier.agreement.web;

import io.palier.agreement.AgreementId;
import io.palier.agreement.Agreements;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One agreement to be read by anybody who has its address. */
@Controller
class AgreementTextPages {
    private final Agreements agreements;

    AgreementTextPages(Agreements agreements) {
        this.agreements = agreements;
    }

    @GetMapping("/agreements/{agreement}")
    String show(@PathVariable AgreementId agreement, Model page, Locale language) {
        page.addAttribute("version", agreements.get(agreement, language));
        return "agreement/text";
    }
}
