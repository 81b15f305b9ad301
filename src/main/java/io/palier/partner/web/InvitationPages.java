package io.palier.partner.web;

import io.palier.identity.Viewer;
import io.palier.partner.InvitationView;
import io.palier.partner.Invitations;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page a partnership request's link leads to. Looking at it changes nothing that counts. */
@Controller
class InvitationPages {
    private static final String PAGE = "partner/invitation";

    private final Invitations invitations;

    InvitationPages(Invitations invitations) {
        this.invitations = invitations;
    }

    /** A box that is not ticked is not sent. */
    record AcceptForm(@AssertTrue @Nullable Boolean agreed) {
        AcceptForm {
            agreed = agreed != null && agreed;
        }
    }

    record DeclineForm(@NotBlank @Size(max = 1000) String reason) {}

    @GetMapping("/invitations/{token}")
    String show(@Nullable Viewer viewer, @PathVariable String token, Model page, HttpServletResponse response) {
        page.addAttribute("acceptForm", new AcceptForm(false));
        page.addAttribute("declineForm", new DeclineForm(""));
        return page(viewer, token, page, response);
    }

    /** Open only to those who are signed in: whoever comes here signs in first and then lands on the link again. */
    @GetMapping("/providers/invitations/{token}")
    String signedIn(@PathVariable String token) {
        return "redirect:/invitations/{token}";
    }

    @PostMapping("/invitations/{token}/acceptance")
    String accept(
            @Nullable Viewer viewer,
            @PathVariable String token,
            @Valid @ModelAttribute AcceptForm acceptForm,
            BindingResult problems,
            Model page,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (viewer == null) {
            return "redirect:/invitations/{token}";
        }
        if (!Forms.accepted(problems, () -> invitations.accept(viewer, token))) {
            page.addAttribute("declineForm", new DeclineForm(""));
            return again(viewer, token, page, response);
        }
        Forms.done(after, "partner.invitation.accepted");
        return "redirect:/providers";
    }

    @PostMapping("/invitations/{token}/refusal")
    String decline(
            @Nullable Viewer viewer,
            @PathVariable String token,
            @Valid @ModelAttribute DeclineForm declineForm,
            BindingResult problems,
            Model page,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (viewer == null) {
            return "redirect:/invitations/{token}";
        }
        if (!Forms.accepted(problems, () -> invitations.decline(viewer, token, declineForm.reason()))) {
            page.addAttribute("acceptForm", new AcceptForm(false));
            page.addAttribute("declining", true);
            return again(viewer, token, page, response);
        }
        Forms.done(after, "partner.invitation.declined");
        return "redirect:/invitations/{token}";
    }

    private String again(Viewer viewer, String token, Model page, HttpServletResponse response) {
        var view = page(viewer, token, page, response);
        return view.equals(PAGE) ? Forms.again(response, view) : view;
    }

    private String page(@Nullable Viewer viewer, String token, Model page, HttpServletResponse response) {
        page.addAttribute("token", token);
        var invitation = invitations.look(viewer, token);
        if (invitation.isEmpty()) {
            return over("altered", HttpStatus.NOT_FOUND, page, response);
        }
        page.addAttribute("invitation", invitation.get());
        return invitation.get().state().isOpen()
                ? PAGE
                : over(
                        invitation.get().state().name().toLowerCase(Locale.ROOT),
                        answeredByViewer(invitation.get()) ? HttpStatus.OK : HttpStatus.GONE,
                        page,
                        response);
    }

    private static boolean answeredByViewer(InvitationView invitation) {
        return invitation.ownAnswer();
    }

    private static String over(String which, HttpStatus status, Model page, HttpServletResponse response) {
        response.setStatus(status.value());
        page.addAttribute("which", which);
        return "partner/invitation-over";
    }
}
