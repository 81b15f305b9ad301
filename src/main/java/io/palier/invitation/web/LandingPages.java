package io.palier.invitation.web;

import io.palier.identity.Viewer;
import io.palier.invitation.InvitationAnswers;
import io.palier.invitation.Landing;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
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

/** The page an invitation's link leads to. Looking at it changes nothing that counts. */
@Controller
class LandingPages {
    private static final String PAGE = "invitation/landing";

    private final InvitationAnswers answers;

    LandingPages(InvitationAnswers answers) {
        this.answers = answers;
    }

    /**
     * Boxes that are not ticked are not sent.
     *
     * @param agreement whether the agreement shown was accepted
     * @param version which one was shown
     */
    record AcceptForm(
            @AssertTrue @Nullable Boolean agreed,
            @Nullable Boolean agreement,
            @Nullable UUID version) {
        AcceptForm {
            agreed = agreed != null && agreed;
            agreement = agreement != null && agreement;
        }

        static AcceptForm empty() {
            return new AcceptForm(false, false, null);
        }

        @Nullable
        UUID accepted() {
            return Boolean.TRUE.equals(agreement) ? version : null;
        }
    }

    record DeclineForm(@NotBlank @Size(max = 1000) String reason) {}

    @GetMapping("/invitations/{token}")
    String show(@Nullable Viewer viewer, @PathVariable String token, Model page, HttpServletResponse response) {
        page.addAttribute("acceptForm", AcceptForm.empty());
        page.addAttribute("declineForm", new DeclineForm(""));
        return page(viewer, token, page, response);
    }

    /** Open only to those who are signed in: whoever comes here signs in first and then lands on the link again. */
    @GetMapping("/answer/invitations/{token}")
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
        if (!Forms.accepted(problems, () -> answers.accept(viewer, token, acceptForm.accepted()))) {
            page.addAttribute("declineForm", new DeclineForm(""));
            return again(viewer, token, page, response);
        }
        var landing = answers.look(viewer, token).orElseThrow();
        Forms.done(after, landing.purpose() + ".accepted", landing.senderName());
        return "redirect:" + landing.afterwards();
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
        if (!Forms.accepted(problems, () -> answers.decline(viewer, token, declineForm.reason()))) {
            page.addAttribute("acceptForm", AcceptForm.empty());
            page.addAttribute("declining", true);
            return again(viewer, token, page, response);
        }
        Forms.done(after, "invitation.declined");
        return "redirect:/invitations/{token}";
    }

    private String again(Viewer viewer, String token, Model page, HttpServletResponse response) {
        var view = page(viewer, token, page, response);
        return view.equals(PAGE) ? Forms.again(response, view) : view;
    }

    private String page(@Nullable Viewer viewer, String token, Model page, HttpServletResponse response) {
        page.addAttribute("token", token);
        var found = answers.look(viewer, token);
        if (found.isEmpty()) {
            return over("altered", HttpStatus.NOT_FOUND, page, response);
        }
        var landing = found.get();
        page.addAttribute("landing", landing);
        page.addAttribute("asked", landing.asked());
        return landing.state().isOpen() ? PAGE : over(landing, page, response);
    }

    private static String over(Landing landing, Model page, HttpServletResponse response) {
        return over(
                landing.state().name().toLowerCase(Locale.ROOT),
                landing.ownAnswer() ? HttpStatus.OK : HttpStatus.GONE,
                page,
                response);
    }

    private static String over(String which, HttpStatus status, Model page, HttpServletResponse response) {
        response.setStatus(status.value());
        page.addAttribute("which", which);
        return "invitation/over";
    }
}
