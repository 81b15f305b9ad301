package io.palier.partner.web;

import io.palier.identity.Viewer;
import io.palier.invitation.Recipients;
import io.palier.partner.PartnershipRequests;
import io.palier.shared.web.Forms;
import io.palier.shared.web.Languages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

/** Requesting partnerships: who is asked, in which language. */
@Controller
@RequestMapping("/resellers/requests/new")
class PartnershipRequestPages {
    private final PartnershipRequests requests;

    PartnershipRequestPages(PartnershipRequests requests) {
        this.requests = requests;
    }

    record RecipientsForm(
            @NotBlank @Size(max = 5000) String recipients,

            @NotBlank @Pattern(regexp = "en|fr") String language) {}

    @GetMapping
    String ask(Viewer viewer, Locale locale, Model page) {
        requests.requireAsking(viewer);
        page.addAttribute("recipientsForm", new RecipientsForm("", locale.getLanguage()));
        page.addAttribute("languages", Languages.names());
        return "partner/request-new";
    }

    @PostMapping
    String draft(
            Viewer viewer,
            @Valid @ModelAttribute RecipientsForm recipientsForm,
            BindingResult problems,
            Model page,
            HttpServletResponse response,
            RedirectAttributes after) {
        requests.requireAsking(viewer);
        var ids = Forms.result(
                problems,
                () -> requests.draft(
                        viewer, Recipients.parse(recipientsForm.recipients()), Locale.of(recipientsForm.language())));
        if (ids == null) {
            page.addAttribute("languages", Languages.names());
            return Forms.again(response, "partner/request-new");
        }
        if (ids.size() == 1) {
            return "redirect:/requests/" + ids.getFirst();
        }
        Forms.done(after, "invitation.drafted", ids.size());
        return "redirect:/resellers?tab=requests";
    }
}
