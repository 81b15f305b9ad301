package io.palier.onboarding.web;

import io.palier.customer.Qualification;
import io.palier.identity.Viewer;
import io.palier.onboarding.AccountStep;
import io.palier.onboarding.CustomerDrafts;
import io.palier.onboarding.DraftId;
import io.palier.partner.Partnerships;
import io.palier.platform.Installation;
import io.palier.shared.Refusal;
import io.palier.shared.web.Forms;
import io.palier.shared.web.Languages;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** First step: who the customer is. */
@Controller
@RequestMapping("/customers/new/{draft}/account")
class AccountPages {
    private static final String VIEW = "onboarding/account";

    private final CustomerDrafts drafts;
    private final AccountChecks checks;
    private final Partnerships partnerships;
    private final Installation installation;
    private final MessageSource messages;

    AccountPages(
            CustomerDrafts drafts,
            AccountChecks checks,
            Partnerships partnerships,
            Installation installation,
            MessageSource messages) {
        this.drafts = drafts;
        this.checks = checks;
        this.partnerships = partnerships;
        this.installation = installation;
        this.messages = messages;
    }

    @GetMapping
    String show(Viewer viewer, @PathVariable DraftId draft, Model page) {
        var found = drafts.get(viewer, draft);
        if (!found.isOpen()) {
            return Steps.over(found);
        }
        page.addAttribute("accountStep", found.data().account());
        return choices(viewer, draft, found.data().account(), page);
    }

    /** Next: Subscriptions. What was typed is kept in any case. */
    @PostMapping
    String next(
            Viewer viewer,
            @PathVariable DraftId draft,
            @Valid @ModelAttribute AccountStep accountStep,
            BindingResult problems,
            HttpServletResponse response,
            Model page) {
        keep(viewer, draft, accountStep);
        if (!checks.pass(viewer, accountStep, problems)) {
            return Forms.again(response, choices(viewer, draft, accountStep, page));
        }
        return "redirect:" + NewCustomerPages.address(draft) + "/subscriptions";
    }

    /** Another country, without script: the fields it wants, with what is typed. */
    @PostMapping(params = "refresh")
    String refresh(Viewer viewer, @PathVariable DraftId draft, @ModelAttribute AccountStep accountStep, Model page) {
        keep(viewer, draft, accountStep);
        return choices(viewer, draft, accountStep, page);
    }

    /** Keeps what is typed, while it is typed. */
    @PostMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void autosave(Viewer viewer, @PathVariable DraftId draft, @ModelAttribute AccountStep accountStep) {
        keep(viewer, draft, accountStep);
    }

    private void keep(Viewer viewer, DraftId draft, AccountStep step) {
        if (step.keepable()) {
            drafts.save(viewer, draft, data -> data.account(step));
        } else if (!drafts.get(viewer, draft).isOpen()) {
            throw Refusal.gone("onboarding.draft-over");
        }
    }

    private String choices(Viewer viewer, DraftId draft, AccountStep step, Model page) {
        var language = viewer.locale();
        var resellers = partnerships.resellers(viewer);
        page.addAttribute("draft", draft);
        page.addAttribute("resellers", resellers);
        page.addAttribute(
                "chosenReseller",
                resellers.stream()
                        .filter(choice -> choice.id().toString().equals(step.reseller()))
                        .findFirst()
                        .orElse(null));
        page.addAttribute("suffixes", installation.settings().domainSuffixes());
        page.addAttribute("languages", languages(language));
        page.addAttribute("qualifications", qualifications(language));
        return VIEW;
    }

    private static Map<String, String> languages(Locale language) {
        var options = new LinkedHashMap<String, String>();
        Languages.ALL.forEach(known -> options.put(known.getLanguage(), known.getDisplayLanguage(language)));
        return options;
    }

    private Map<String, String> qualifications(Locale language) {
        var options = new LinkedHashMap<String, String>();
        for (var known : Qualification.values()) {
            options.put(known.name(), messages.getMessage("onboarding.qualification." + known, null, language));
        }
        return options;
    }
}
