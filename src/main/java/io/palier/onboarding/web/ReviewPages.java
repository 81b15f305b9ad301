package io.palier.onboarding.web;

import io.palier.customer.Customers;
import io.palier.identity.Viewer;
import io.palier.onboarding.AccountStep;
import io.palier.onboarding.CustomerDrafts;
import io.palier.onboarding.Draft;
import io.palier.onboarding.DraftId;
import io.palier.onboarding.FirstOrders;
import io.palier.onboarding.Submitted;
import io.palier.organization.OrganizationView;
import io.palier.organization.Organizations;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Third step, and what comes of it: the credentials are in the answer to the submit and nowhere else. */
@Controller
@RequestMapping("/customers/new/{draft}")
class ReviewPages {
    private static final String VIEW = "onboarding/review";

    private final CustomerDrafts drafts;
    private final FirstOrders orders;
    private final AccountChecks checks;
    private final Customers customers;
    private final Organizations organizations;

    ReviewPages(
            CustomerDrafts drafts,
            FirstOrders orders,
            AccountChecks checks,
            Customers customers,
            Organizations organizations) {
        this.drafts = drafts;
        this.orders = orders;
        this.checks = checks;
        this.customers = customers;
        this.organizations = organizations;
    }

    record SubmitForm(int version) {}

    @GetMapping("/review")
    String review(Viewer viewer, @PathVariable DraftId draft, Model page) {
        var found = drafts.get(viewer, draft);
        if (!found.isOpen()) {
            return Steps.over(found);
        }
        if (isIncomplete(viewer, found)) {
            return "redirect:" + NewCustomerPages.address(draft) + "/account";
        }
        page.addAttribute("submitForm", new SubmitForm(found.version()));
        return show(viewer, found, page);
    }

    @PostMapping("/submit")
    String submit(
            Viewer viewer,
            @PathVariable DraftId draft,
            @ModelAttribute SubmitForm submitForm,
            BindingResult problems,
            HttpServletResponse response,
            Model page) {
        var submitted = Forms.result(problems, () -> drafts.submit(viewer, draft, submitForm.version()));
        if (submitted == null) {
            var found = drafts.get(viewer, draft);
            if (!found.isOpen()) {
                return Steps.over(found);
            }
            page.addAttribute("version", found.version());
            return Forms.again(response, show(viewer, found, page));
        }
        return confirm(viewer, submitted, response, page);
    }

    /** Another tab, or back after the language switch: the submit is done, its answer is gone. */
    @GetMapping({"/submit", "/confirmation"})
    String confirmation(Viewer viewer, @PathVariable DraftId draft, HttpServletResponse response, Model page) {
        var found = drafts.get(viewer, draft);
        var relationship = found.relationship();
        if (relationship == null) {
            return found.isOpen() ? "redirect:" + NewCustomerPages.address(draft) + "/review" : Steps.over(found);
        }
        return confirm(viewer, new Submitted(relationship, null), response, page);
    }

    private String confirm(Viewer viewer, Submitted submitted, HttpServletResponse response, Model page) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        page.addAttribute("customer", customers.get(viewer, submitted.relationship()));
        page.addAttribute("setupInfo", submitted.setupInfo());
        return "onboarding/confirmation";
    }

    private String show(Viewer viewer, Draft draft, Model page) {
        var account = draft.data().account();
        page.addAttribute("draft", draft.id());
        page.addAttribute("version", draft.version());
        page.addAttribute("account", account);
        page.addAttribute("order", orders.price(viewer, draft.data()));
        page.addAttribute("resellerName", name(account.reseller()));
        page.addAttribute("creditedName", name(draft.data().creditedReseller()));
        return VIEW;
    }

    private @Nullable String name(String reseller) {
        return Optional.of(reseller)
                .flatMap(id -> AccountStep.organization(id))
                .flatMap(organizations::find)
                .map(OrganizationView::name)
                .orElse(null);
    }

    private boolean isIncomplete(Viewer viewer, Draft draft) {
        var account = draft.data().account();
        return !checks.pass(viewer, account, new BeanPropertyBindingResult(account, "accountStep"));
    }
}
