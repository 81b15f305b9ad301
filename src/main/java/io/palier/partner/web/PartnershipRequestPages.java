package io.palier.partner.web;

import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.partner.PartnershipRequestId;
import io.palier.partner.PartnershipRequestView;
import io.palier.partner.PartnershipRequests;
import io.palier.shared.Refusal;
import io.palier.shared.web.Forms;
import io.palier.shared.web.Languages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Requesting partnerships: recipients, then for each a message to hand over, and what became of it. */
@Controller
@RequestMapping("/resellers/requests")
class PartnershipRequestPages {
    private final PartnershipRequests requests;

    PartnershipRequestPages(PartnershipRequests requests) {
        this.requests = requests;
    }

    record RecipientsForm(
            @NotBlank @Size(max = 5000) String recipients,

            @NotBlank @Pattern(regexp = "en|fr") String language) {}

    record MessageForm(
            @NotBlank @Size(max = 200) @Pattern(regexp = "[^\r\n]*")
            String subject,

            @NotBlank @Size(max = 5000) String text,
            int version) {}

    @GetMapping("/new")
    String ask(Viewer viewer, Locale locale, Model page) {
        requireRight(viewer);
        page.addAttribute("recipientsForm", new RecipientsForm("", locale.getLanguage()));
        page.addAttribute("languages", languages());
        return "partner/request-new";
    }

    @PostMapping("/new")
    String draft(
            Viewer viewer,
            @Valid @ModelAttribute RecipientsForm recipientsForm,
            BindingResult problems,
            Model page,
            HttpServletResponse response,
            RedirectAttributes after) {
        requireRight(viewer);
        var ids = Forms.result(
                problems,
                () -> requests.draft(
                        viewer, Recipients.parse(recipientsForm.recipients()), Locale.of(recipientsForm.language())));
        if (ids == null) {
            page.addAttribute("languages", languages());
            return Forms.again(response, "partner/request-new");
        }
        if (ids.size() == 1) {
            return "redirect:/resellers/requests/" + ids.getFirst();
        }
        Forms.done(after, "partner.request.drafted", ids.size());
        return "redirect:/resellers?tab=requests";
    }

    @GetMapping("/{id}")
    String show(Viewer viewer, @PathVariable PartnershipRequestId id, Model page) {
        var request = requests.get(viewer, id);
        page.addAttribute("messageForm", new MessageForm(request.subject(), request.text(), request.version()));
        return page(request, page);
    }

    @PostMapping("/{id}")
    String write(
            Viewer viewer,
            @PathVariable PartnershipRequestId id,
            @Valid @ModelAttribute MessageForm messageForm,
            BindingResult problems,
            @RequestParam(defaultValue = "save") String action,
            Model page,
            HttpServletResponse response,
            RedirectAttributes after) {
        var kept = Forms.accepted(problems, () -> {
            switch (action) {
                case "send" ->
                    requests.send(viewer, id, messageForm.version(), messageForm.subject(), messageForm.text());
                case "done" ->
                    requests.done(viewer, id, messageForm.version(), messageForm.subject(), messageForm.text());
                default -> requests.write(viewer, id, messageForm.version(), messageForm.subject(), messageForm.text());
            }
        });
        if (!kept) {
            return again(viewer, id, messageForm, problems, page, response);
        }
        Forms.done(
                after,
                switch (action) {
                    case "send" -> "partner.request.mailed";
                    case "done" -> "partner.request.handed-over";
                    default -> "partner.request.saved";
                });
        return action.equals("done") ? "redirect:/resellers?tab=requests" : "redirect:/resellers/requests/" + id;
    }

    @PostMapping("/{id}/language")
    String translate(
            Viewer viewer,
            @PathVariable PartnershipRequestId id,
            @RequestParam int version,
            @RequestParam("to") String language) {
        requests.translate(viewer, id, version, Languages.find(language).orElseThrow(Refusal::notFound));
        return "redirect:/resellers/requests/" + id;
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(
            Viewer viewer, @PathVariable PartnershipRequestId id, @RequestParam int version, RedirectAttributes after) {
        requests.withdraw(viewer, id, version);
        Forms.done(after, "partner.request.withdrawn");
        return "redirect:/resellers/requests/" + id;
    }

    @PostMapping("/{id}/resend")
    String resend(
            Viewer viewer, @PathVariable PartnershipRequestId id, @RequestParam int version, RedirectAttributes after) {
        requests.resend(viewer, id, version);
        Forms.done(after, "partner.request.draft-again");
        return "redirect:/resellers/requests/" + id;
    }

    /** What was typed stays, with the present version; a link that was deleted is put back. */
    private String again(
            Viewer viewer,
            PartnershipRequestId id,
            MessageForm typed,
            BindingResult problems,
            Model page,
            HttpServletResponse response) {
        var request = requests.get(viewer, id);
        var text = typed.text().contains(request.link())
                ? typed.text()
                : (typed.text().stripTrailing() + "\n\n" + request.link()).strip();
        page.addAttribute("messageForm", new MessageForm(typed.subject(), text, request.version()));
        page.addAttribute(BindingResult.MODEL_KEY_PREFIX + "messageForm", problems);
        return Forms.again(response, page(request, page));
    }

    private String page(PartnershipRequestView request, Model page) {
        var mailto = MailtoLink.of(request.recipient(), request.subject(), request.text());
        page.addAttribute("request", request);
        page.addAttribute("mailto", mailto);
        page.addAttribute("isLong", mailto.length() > MailtoLink.SAFE);
        page.addAttribute("canSend", requests.canSend());
        page.addAttribute("languages", languages());
        return "partner/request";
    }

    private static void requireRight(Viewer viewer) {
        if (!viewer.isProvider()) {
            throw Refusal.notFound();
        }
        viewer.require(Right.REQUEST_PARTNERSHIP);
    }

    private static Map<String, String> languages() {
        var names = new LinkedHashMap<String, String>();
        Languages.ALL.forEach(language -> names.put(language.getLanguage(), language.getDisplayLanguage(language)));
        return names;
    }
}
