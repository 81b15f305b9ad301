package io.palier.customer.web;

import io.palier.customer.CustomerResellers;
import io.palier.customer.CustomerView;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.partner.Partnerships;
import io.palier.shared.Refusal;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.util.UUID;
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

/** The partners of a customer, with the reseller who looks after it; for the customer, all its partners. */
@Controller
@RequestMapping
class CustomerPartnerPages {
    private final Customers customers;
    private final CustomerResellers resellers;
    private final Partnerships partnerships;

    CustomerPartnerPages(Customers customers, CustomerResellers resellers, Partnerships partnerships) {
        this.customers = customers;
        this.resellers = resellers;
        this.partnerships = partnerships;
    }

    /** The reseller wanted; empty for none. */
    record ResellerForm(
            @Nullable String after, @Size(max = 200) String why) {}

    /** A box that is not ticked is not sent. */
    record RemovalForm(@AssertTrue @Nullable Boolean sure) {
        RemovalForm {
            sure = sure != null && sure;
        }
    }

    @GetMapping("/customers/{relationship}/partners")
    String show(Viewer viewer, @PathVariable UUID relationship, Model page) {
        var customer = read(viewer, relationship, page);
        var present = customer.reseller() == null ? "" : customer.reseller().toString();
        page.addAttribute("resellerForm", new ResellerForm(present, ""));
        return "customer/partners";
    }

    @PostMapping("/customers/{relationship}/partners")
    String change(
            Viewer viewer,
            @PathVariable UUID relationship,
            @RequestParam(required = false) @Nullable UUID before,
            @Valid @ModelAttribute ResellerForm resellerForm,
            BindingResult problems,
            Model page,
            HttpServletResponse response,
            RedirectAttributes after) {
        var id = new RelationshipId(relationship);
        var wanted = wanted(resellerForm.after(), problems);
        if (!Forms.accepted(
                problems,
                () -> resellers.change(
                        viewer,
                        id,
                        before == null ? null : new OrganizationId(before),
                        wanted,
                        CustomerAccountPages.orEmpty(resellerForm.why())))) {
            read(viewer, relationship, page);
            return Forms.again(response, "customer/partners");
        }
        Forms.done(after, "customer.reseller-saved");
        return "redirect:/customers/" + relationship + "/partners";
    }

    @GetMapping("/partner-relationships")
    String own(Viewer viewer, Model page) {
        if (!viewer.isCustomer()) {
            throw Refusal.notFound();
        }
        page.addAttribute("relationships", customers.own(viewer));
        return "customer/own-partners";
    }

    /** What the end of a partner's rights means, before it is confirmed. */
    @GetMapping("/partner-relationships/{relationship}/rights")
    String rights(Viewer viewer, @PathVariable UUID relationship, @RequestParam UUID partner, Model page) {
        page.addAttribute("removalForm", new RemovalForm(null));
        return removal(viewer, new RelationshipId(relationship), new OrganizationId(partner), page);
    }

    @PostMapping("/partner-relationships/{relationship}/remove-rights")
    String removeRights(
            Viewer viewer,
            @PathVariable UUID relationship,
            @RequestParam UUID partner,
            @RequestParam int version,
            @Valid @ModelAttribute RemovalForm removalForm,
            BindingResult problems,
            Model page,
            HttpServletResponse response,
            RedirectAttributes after) {
        var id = new RelationshipId(relationship);
        var whose = new OrganizationId(partner);
        if (!Forms.accepted(problems, () -> resellers.removeDelegation(viewer, id, version, whose))) {
            return Forms.again(response, removal(viewer, id, whose, page));
        }
        Forms.done(after, "customer.delegation-removed");
        return "redirect:/partner-relationships";
    }

    private String removal(Viewer viewer, RelationshipId id, OrganizationId partner, Model page) {
        var customer = customers.get(viewer, id);
        if (!viewer.isCustomer() || !(partner.equals(customer.provider()) || partner.equals(customer.reseller()))) {
            throw Refusal.notFound();
        }
        customer.require(viewer, Right.REMOVE_RELATIONSHIP);
        page.addAttribute("customer", customer);
        page.addAttribute("partner", partner);
        page.addAttribute("running", resellers.blocking(viewer, id));
        return "customer/remove-rights";
    }

    private CustomerView read(Viewer viewer, UUID relationship, Model page) {
        var id = new RelationshipId(relationship);
        var customer = customers.get(viewer, id);
        page.addAttribute("history", resellers.history(viewer, id));
        page.addAttribute("customer", customer);
        page.addAttribute("resellers", partnerships.resellers(viewer));
        return customer;
    }

    private static @Nullable OrganizationId wanted(@Nullable String id, BindingResult problems) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        try {
            return new OrganizationId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            problems.rejectValue("after", "typeMismatch");
            return null;
        }
    }
}
