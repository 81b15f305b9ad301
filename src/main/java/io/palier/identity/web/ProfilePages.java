package io.palier.identity.web;

import io.palier.identity.OwnOrganization;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationView;
import io.palier.organization.SupportProfile;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The profile of the viewer's own organization, with what customers see when they need help. */
@Controller
@RequestMapping("/account/profile")
class ProfilePages {
    private final OwnOrganization own;

    ProfilePages(OwnOrganization own) {
        this.own = own;
    }

    record SupportForm(
            int version,
            @Email @Size(max = 200) @Nullable String email,

            @Pattern(regexp = "|\\+?[0-9 ()./-]{6,30}") @Nullable
            String phone,

            @Pattern(regexp = "|https?://[^\\s\"<>]{3,300}") @Nullable
            String website) {

        static SupportForm of(OrganizationView organization) {
            var support = organization.support();
            return new SupportForm(organization.version(), support.email(), support.phone(), support.website());
        }

        SupportProfile profile() {
            return new SupportProfile(
                    UserForms.emptyToNull(email), UserForms.emptyToNull(phone), UserForms.emptyToNull(website));
        }
    }

    @GetMapping
    String show(Viewer viewer, Model page) {
        var organization = own.get(viewer);
        page.addAttribute("organization", organization);
        page.addAttribute("supportForm", SupportForm.of(organization));
        return "identity/profile";
    }

    @PostMapping
    String change(
            Viewer viewer,
            @Valid @ModelAttribute SupportForm supportForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        if (!Forms.accepted(problems, () -> own.support(viewer, supportForm.version(), supportForm.profile()))) {
            page.addAttribute("organization", own.get(viewer));
            return Forms.again(response, "identity/profile");
        }
        Forms.done(after, "identity.profile.saved");
        return "redirect:/account/profile";
    }
}
