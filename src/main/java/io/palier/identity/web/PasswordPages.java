package io.palier.identity.web;

import io.palier.identity.Passwords;
import io.palier.identity.SignedIn;
import io.palier.identity.Viewer;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Change of one's own password, forced while it is a temporary one. */
@Controller
@RequestMapping("/password")
class PasswordPages {
    private final Passwords passwords;
    private final CurrentSession session;

    PasswordPages(Passwords passwords, CurrentSession session) {
        this.passwords = passwords;
        this.session = session;
    }

    record PasswordForm(
            @NotEmpty @Size(max = 200) String current,

            @NotEmpty @Size(min = Passwords.SHORTEST, max = 200)
            String wanted,

            @NotEmpty @Size(max = 200) String repeated) {
        static final PasswordForm EMPTY = new PasswordForm("", "", "");
    }

    @GetMapping
    String show(Viewer viewer, Model page) {
        page.addAttribute("passwordForm", PasswordForm.EMPTY);
        return "identity/password";
    }

    @PostMapping
    String change(
            Viewer viewer,
            @Valid @ModelAttribute PasswordForm passwordForm,
            BindingResult problems,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!problems.hasErrors() && !passwordForm.wanted().equals(passwordForm.repeated())) {
            problems.rejectValue("repeated", "refusal.password.not-repeated");
        }
        if (!Forms.accepted(problems, () -> passwords.change(viewer, passwordForm.current(), passwordForm.wanted()))) {
            return Forms.again(response, "identity/password");
        }
        // The present session ended with all the others; what is still in hand must not be saved again.
        request.getSession().invalidate();
        request.getSession();
        session.actAs(new SignedIn(viewer.account().value(), viewer.membership().value()), request, response);
        Forms.done(after, "identity.password.changed");
        return "redirect:/";
    }
}
