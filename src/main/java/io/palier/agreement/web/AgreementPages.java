package io.palier.agreement.web;

import io.palier.agreement.AgreementKind;
import io.palier.agreement.AgreementText;
import io.palier.agreement.Agreements;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator's agreements: what is in force, and a new version of it. */
@Controller
@RequestMapping("/operator/agreements")
class AgreementPages {
    private final Agreements agreements;

    AgreementPages(Agreements agreements) {
        this.agreements = agreements;
    }

    record AgreementForm(
            @NotNull AgreementKind kind,
            int after,
            @NotBlank @Size(max = 200) String titleEn,
            @NotBlank @Size(max = 100_000) String textEn,
            @NotBlank @Size(max = 200) String titleFr,
            @NotBlank @Size(max = 100_000) String textFr) {}

    @GetMapping
    String list(Viewer viewer, Model page, Locale language) {
        viewer.require(Right.MANAGE_AGREEMENTS);
        page.addAttribute("partner", agreements.versions(AgreementKind.PARTNER, language));
        page.addAttribute("customer", agreements.versions(AgreementKind.CUSTOMER, language));
        return "agreement/list";
    }

    @GetMapping("/new")
    String draft(Viewer viewer, AgreementKind kind, Model page) {
        viewer.require(Right.MANAGE_AGREEMENTS);
        var english = agreements.current(kind, Locale.ENGLISH);
        var french = agreements.current(kind, Locale.FRENCH);
        page.addAttribute(
                "agreementForm",
                new AgreementForm(
                        kind, english.number(), english.title(), english.text(), french.title(), french.text()));
        return "agreement/form";
    }

    @PostMapping
    String publish(
            Viewer viewer,
            @Valid @ModelAttribute AgreementForm agreementForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after) {
        viewer.require(Right.MANAGE_AGREEMENTS);
        if (!Forms.accepted(
                problems,
                () -> agreements.publish(
                        viewer,
                        agreementForm.kind(),
                        agreementForm.after(),
                        new AgreementText(agreementForm.titleEn(), agreementForm.textEn()),
                        new AgreementText(agreementForm.titleFr(), agreementForm.textFr())))) {
            return Forms.again(response, "agreement/form");
        }
        Forms.done(after, "agreement.published", agreementForm.after() + 1);
        return "redirect:/operator/agreements";
    }
}
