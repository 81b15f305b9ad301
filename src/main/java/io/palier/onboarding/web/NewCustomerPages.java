package io.palier.onboarding.web;

import io.palier.customer.Customers;
import io.palier.identity.Viewer;
import io.palier.onboarding.CustomerDrafts;
import io.palier.onboarding.DraftId;
import io.palier.organization.OrganizationId;
import io.palier.shared.Refusal;
import io.palier.shared.web.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the wizard begins, is resumed, and is dropped. */
@Controller
@RequestMapping("/customers/new")
class NewCustomerPages {
    private final CustomerDrafts drafts;
    private final Customers customers;

    NewCustomerPages(CustomerDrafts drafts, Customers customers) {
        this.drafts = drafts;
        this.customers = customers;
    }

    /** Offers to resume; without anything to resume, begins. */
    @GetMapping
    String begin(Viewer viewer, @RequestParam(required = false) @Nullable OrganizationId reseller, Model page) {
        var open = drafts.open(viewer);
        if (open.isEmpty()) {
            return "redirect:" + address(drafts.begin(viewer, reseller).id()) + "/account";
        }
        page.addAttribute("drafts", open);
        page.addAttribute("reseller", reseller);
        return "onboarding/resume";
    }

    @PostMapping
    String beginAnew(Viewer viewer, @RequestParam(required = false) @Nullable OrganizationId reseller) {
        return "redirect:" + address(drafts.begin(viewer, reseller).id()) + "/account";
    }

    @GetMapping("/{draft}")
    String enter(Viewer viewer, @PathVariable DraftId draft) {
        return "redirect:" + address(drafts.get(viewer, draft).id()) + "/account";
    }

    /** The check while typing; the step itself checks again. */
    @GetMapping("/domain")
    String domain(
            Viewer viewer,
            @RequestParam(defaultValue = "") String domainPrefix,
            @RequestParam(defaultValue = "") String domainSuffix,
            Model page) {
        page.addAttribute("domain", domainPrefix.strip() + "." + domainSuffix);
        page.addAttribute("reason", null);
        page.addAttribute("reasonArguments", new Object[0]);
        try {
            customers.checkDomain(viewer, domainPrefix.strip(), domainSuffix);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            page.addAttribute("reason", "refusal." + refusal.code());
            page.addAttribute("reasonArguments", refusal.arguments().toArray());
        }
        return "onboarding/domain :: state";
    }

    @GetMapping("/{draft}/cancel")
    String askToCancel(Viewer viewer, @PathVariable DraftId draft, Model page) {
        var found = drafts.get(viewer, draft);
        if (!found.isOpen()) {
            return "redirect:" + address(draft) + "/account";
        }
        page.addAttribute("draft", found);
        return "onboarding/cancel";
    }

    @PostMapping("/{draft}/cancel")
    String cancel(Viewer viewer, @PathVariable DraftId draft, RedirectAttributes after) {
        drafts.cancel(viewer, draft);
        Forms.done(after, "onboarding.cancelled");
        return "redirect:/customers";
    }

    static String address(DraftId draft) {
        return "/customers/new/" + draft;
    }
}
