package io.palier.partner.web;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.partner.InstallationSettings;
import io.palier.platform.Installation;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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

/** The operator's settings of the installation. */
@Controller
@RequestMapping("/operator/settings")
class OperatorSettingsPages {
    private static final String FORM = "partner/enrollment-settings";

    private final InstallationSettings settings;
    private final Installation installation;

    OperatorSettingsPages(InstallationSettings settings, Installation installation) {
        this.settings = settings;
        this.installation = installation;
    }

    record SettingsForm(
            @NotBlank @Size(max = 200) String publicAddress,
            @NotBlank @Size(max = 200) String currencies,
            @NotBlank @Size(max = 1000) String suffixes,
            @NotNull @Pattern(regexp = "en|fr") String language,
            Boolean automatic,
            Boolean secondFactor,
            int version) {

        /** Boxes that are not ticked are not sent. */
        SettingsForm {
            automatic = Boolean.TRUE.equals(automatic);
            secondFactor = Boolean.TRUE.equals(secondFactor);
        }
    }

    @GetMapping
    String show(Viewer viewer, Model page) {
        viewer.require(Right.MANAGE_INSTALLATION);
        var now = installation.settings();
        page.addAttribute(
                "settingsForm",
                new SettingsForm(
                        now.publicAddress() == null ? "" : now.publicAddress(),
                        String.join(", ", now.currencies()),
                        String.join(", ", now.domainSuffixes()),
                        now.defaultLanguage().getLanguage(),
                        now.automaticApproval(),
                        now.secondFactorForPartners(),
                        now.version()));
        return form(page);
    }

    @PostMapping
    String save(
            Viewer viewer,
            @Valid @ModelAttribute SettingsForm settingsForm,
            BindingResult problems,
            HttpServletResponse response,
            Model page,
            RedirectAttributes after) {
        viewer.require(Right.MANAGE_INSTALLATION);
        if (!Forms.accepted(
                problems,
                () -> settings.change(
                        viewer,
                        settingsForm.version(),
                        settingsForm.publicAddress(),
                        settingsForm.currencies(),
                        settingsForm.suffixes(),
                        Locale.of(settingsForm.language()),
                        settingsForm.automatic(),
                        settingsForm.secondFactor()))) {
            return Forms.again(response, form(page));
        }
        Forms.done(after, "enrollment.settings-saved");
        return "redirect:/operator/settings";
    }

    private String form(Model page) {
        page.addAttribute("version", installation.settings().version());
        page.addAttribute("languages", OperatorPartnerPages.languages());
        return FORM;
    }
}
