package io.palier.onboarding.firstrun;

import io.palier.identity.Sessions;
import io.palier.onboarding.firstrun.FirstRun.Answers;
import io.palier.onboarding.firstrun.FirstRun.Operator;
import io.palier.organization.AddressForm;
import io.palier.shared.Refusal;
import io.palier.shared.web.Forms;
import io.palier.shared.web.Languages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the first run; gone once the installation is set up. */
@Controller
@RequestMapping("/set-up")
class FirstRunPages {
    private static final String FORM = "onboarding/first-run";

    private final FirstRun firstRun;
    private final Sessions sessions;

    FirstRunPages(FirstRun firstRun, Sessions sessions) {
        this.firstRun = firstRun;
        this.sessions = sessions;
    }

    record FirstRunForm(
            @NotBlank @Size(max = 100) String token,
            @NotNull @Pattern(regexp = "vendor|distributor") String runs,
            @NotBlank @Size(max = 200) String company,
            AddressForm address,
            @Nullable @Pattern(regexp = "|[0-9]{5,10}") String locationPartnerId,
            @NotBlank @Size(max = 50) String firstName,
            @NotBlank @Size(max = 50) String lastName,
            @NotBlank @Email @Size(max = 200) String email,
            @NotBlank @Size(max = 200) String password,
            @NotBlank @Size(max = 200) String publicAddress,
            @NotBlank @Size(max = 200) String currencies,
            @NotBlank @Size(max = 1000) String suffixes,
            @NotNull @Pattern(regexp = "en|fr") String language) {
        /** What is left out is empty. */
        FirstRunForm {
            address = Objects.requireNonNullElse(address, AddressForm.in(""));
        }

        Answers answers() {
            return new Answers(
                    token,
                    runs.equals("distributor"),
                    company,
                    address().address(),
                    locationPartnerId == null || locationPartnerId.isEmpty() ? null : locationPartnerId,
                    firstName,
                    lastName,
                    email,
                    password,
                    publicAddress,
                    currencies,
                    suffixes,
                    Locale.of(language));
        }

        @Override
        public String toString() {
            return "FirstRunForm[company=" + company + "]";
        }
    }

    @GetMapping
    String form(HttpServletRequest request, Model page, Locale language) {
        requireNeeded();
        var french = language.getLanguage().equals("fr");
        page.addAttribute(
                "firstRunForm",
                new FirstRunForm(
                        "",
                        "vendor",
                        "",
                        AddressForm.in(french ? "FR" : "US"),
                        "",
                        "",
                        "",
                        "",
                        "",
                        request.getRequestURL().toString().replaceAll("/set-up$", ""),
                        "EUR, USD",
                        "onpalier.example",
                        language.getLanguage()));
        return form(page);
    }

    /** Another country, without script: the fields it wants, with what is typed. */
    @PostMapping(params = "refresh")
    String refresh(@ModelAttribute FirstRunForm firstRunForm, Model page) {
        requireNeeded();
        return form(page);
    }

    @PostMapping
    String setUp(
            @Valid @ModelAttribute FirstRunForm firstRunForm,
            BindingResult problems,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            RedirectAttributes after) {
        requireNeeded();
        firstRunForm.address().check("address", problems);
        var operator = Forms.result(problems, () -> setUp(firstRunForm));
        if (operator == null) {
            return Forms.again(response, form(page));
        }
        sessions.begin(operator.account(), operator.membership(), request, response);
        Forms.done(after, "onboarding.first-run.done");
        return "redirect:/operator/partners";
    }

    private Operator setUp(FirstRunForm form) {
        try {
            return firstRun.setUp(form.answers());
        } catch (Refusal refusal) {
            throw "wanted".equals(refusal.field())
                    ? Refusal.invalid(
                            "password", refusal.code(), refusal.arguments().toArray())
                    : refusal;
        }
    }

    private void requireNeeded() {
        if (!firstRun.isNeeded()) {
            throw Refusal.notFound();
        }
    }

    private static String form(Model page) {
        var languages = new LinkedHashMap<String, String>();
        Languages.ALL.forEach(language -> languages.put(language.getLanguage(), language.getDisplayLanguage(language)));
        page.addAttribute("languages", languages);
        return FORM;
    }
}
