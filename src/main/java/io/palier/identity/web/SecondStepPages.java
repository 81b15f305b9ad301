package io.palier.identity.web;

import io.palier.identity.SecondFactors;
import io.palier.identity.SecondFactors.Answer;
import io.palier.shared.web.Forms;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The step of a sign-in after the password: a code from the person's device, or a recovery code. */
@Controller
@RequestMapping("/sign-in/code")
class SecondStepPages {
    private static final int LONGEST = 40;
    private static final String FORM = "identity/sign-in-code";

    private final SecondFactors secondFactors;
    private final CurrentSession session;
    private final SignInOutcome outcome;
    private final Clock clock;

    SecondStepPages(
            SecondFactors secondFactors,
            CurrentSession session,
            SignInOutcome outcome,
            @Qualifier("systemClock") Clock clock) {
        this.secondFactors = secondFactors;
        this.session = session;
        this.outcome = outcome;
        this.clock = clock;
    }

    @GetMapping
    String ask(HttpServletRequest request) {
        return HalfSignIn.find(request, clock.instant()).isPresent() ? FORM : "redirect:/sign-in";
    }

    @PostMapping
    @Nullable
    String answer(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page)
            throws ServletException, IOException {
        var half = HalfSignIn.find(request, clock.instant()).orElse(null);
        if (half == null) {
            return "redirect:/sign-in";
        }
        var answer = code.length() > LONGEST ? new Answer.Wrong() : secondFactors.check(half.person(), code);
        switch (answer) {
            case Answer.Right right -> {
                HalfSignIn.forget(request);
                request.changeSessionId();
                outcome.goOn(
                        request, response, session.withSecondFactor(half.person(), request, response), half.name());
                return null;
            }
            case Answer.Wrong wrong -> page.addAttribute("problem", "identity.sign-in.code.wrong");
            case Answer.Locked locked -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(locked.seconds()));
                page.addAttribute("problem", "identity.sign-in.code.locked");
                page.addAttribute("seconds", locked.seconds());
            }
        }
        return Forms.again(response, FORM);
    }
}
