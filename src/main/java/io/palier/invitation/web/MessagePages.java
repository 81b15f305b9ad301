package io.palier.invitation.web;

import io.palier.identity.Viewer;
import io.palier.invitation.InvitationId;
import io.palier.invitation.InvitationMessage;
import io.palier.invitation.InvitationView;
import io.palier.invitation.Invitations;
import io.palier.shared.Refusal;
import io.palier.shared.web.Forms;
import io.palier.shared.web.Languages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
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

/** One invitation of the viewer's organization: the message to hand over, and what became of it. */
@Controller
@RequestMapping("/requests/{id}")
class MessagePages {
    private final Invitations invitations;

    MessagePages(Invitations invitations) {
        this.invitations = invitations;
    }

    record MessageForm(
            @NotBlank @Size(max = InvitationMessage.SUBJECT) @Pattern(regexp = "[^\r\n]*")
            String subject,

            @NotBlank @Size(max = 5000) String text,
            @Nullable Integer version) {

        int seen() {
            return version == null ? -1 : version;
        }
    }

    @GetMapping
    String show(Viewer viewer, @PathVariable InvitationId id, Model page) {
        var invitation = invitations.get(viewer, id);
        page.addAttribute(
                "messageForm", new MessageForm(invitation.subject(), invitation.text(), invitation.version()));
        return page(viewer, invitation, page);
    }

    @PostMapping
    String write(
            Viewer viewer,
            @PathVariable InvitationId id,
            @Valid @ModelAttribute MessageForm messageForm,
            BindingResult problems,
            @RequestParam(defaultValue = "save") String action,
            Model page,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!Forms.accepted(problems, () -> act(action, viewer, id, messageForm))) {
            return again(viewer, id, messageForm, problems, page, response);
        }
        var invitation = invitations.get(viewer, id);
        switch (action) {
            case "send" -> Forms.done(after, "invitation.mailed");
            case "done" -> Forms.done(after, invitation.purpose() + ".handed-over");
            default -> Forms.done(after, "invitation.saved");
        }
        return action.equals("done")
                ? "redirect:" + invitations.purpose(invitation).list()
                : "redirect:/requests/" + id;
    }

    private void act(String action, Viewer viewer, InvitationId id, MessageForm form) {
        switch (action) {
            case "send" -> invitations.send(viewer, id, form.seen(), form.subject(), form.text());
            case "done" -> invitations.done(viewer, id, form.seen(), form.subject(), form.text());
            default -> invitations.write(viewer, id, form.seen(), form.subject(), form.text());
        }
    }

    @PostMapping("/language")
    String translate(
            Viewer viewer,
            @PathVariable InvitationId id,
            @RequestParam int version,
            @RequestParam("to") String language) {
        invitations.translate(viewer, id, version, Languages.find(language).orElseThrow(Refusal::notFound));
        return "redirect:/requests/" + id;
    }

    @PostMapping("/reminder")
    String remind(Viewer viewer, @PathVariable InvitationId id, @RequestParam int version, RedirectAttributes after) {
        invitations.remind(viewer, id, version);
        Forms.done(after, "invitation.reminder-drafted");
        return "redirect:/requests/" + id;
    }

    @PostMapping("/withdrawal")
    String withdraw(Viewer viewer, @PathVariable InvitationId id, @RequestParam int version, RedirectAttributes after) {
        invitations.withdraw(viewer, id, version);
        Forms.done(after, "invitation.withdrawn");
        return "redirect:/requests/" + id;
    }

    @PostMapping("/resend")
    String resend(Viewer viewer, @PathVariable InvitationId id, @RequestParam int version, RedirectAttributes after) {
        invitations.resend(viewer, id, version);
        Forms.done(after, "invitation.draft-again");
        return "redirect:/requests/" + id;
    }

    /** What was typed stays; a link that was deleted is put back. */
    private String again(
            Viewer viewer,
            InvitationId id,
            MessageForm typed,
            BindingResult problems,
            Model page,
            HttpServletResponse response) {
        var invitation = invitations.get(viewer, id);
        var written = typed.text() == null ? "" : typed.text();
        var text = written.contains(invitation.link())
                ? written
                : (written.stripTrailing() + "\n\n" + invitation.link()).strip();
        page.addAttribute("messageForm", new MessageForm(typed.subject(), text, typed.version()));
        page.addAttribute(BindingResult.MODEL_KEY_PREFIX + "messageForm", problems);
        return Forms.again(response, page(viewer, invitation, page));
    }

    private String page(Viewer viewer, InvitationView invitation, Model page) {
        var mailto = MailtoLink.of(invitation.recipient(), invitation.subject(), invitation.text());
        page.addAttribute("invitation", invitation);
        page.addAttribute("purpose", invitations.purpose(invitation));
        page.addAttribute("right", invitations.purpose(invitation).asking(invitation.id()));
        page.addAttribute("asked", invitations.asked(viewer, invitation.id()));
        page.addAttribute("mailto", mailto);
        page.addAttribute("isLong", mailto.length() > MailtoLink.SAFE);
        page.addAttribute("canSend", invitations.canSend());
        page.addAttribute("languages", Languages.names());
        return "invitation/message";
    }
}
