package io.palier.subscription.web;

import io.palier.customer.CustomerUsers;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.MembershipId;
import io.palier.identity.Viewer;
import io.palier.shared.Cursor;
import io.palier.shared.web.Forms;
import io.palier.subscription.Licenses;
import io.palier.subscription.SubscriptionId;
import io.palier.subscription.Subscriptions;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** The licenses of one of a customer's users. */
@Controller
@RequestMapping("/customers/{relationship}/users/{user}/licenses")
class LicensePages {
    private final Licenses licenses;
    private final Subscriptions subscriptions;
    private final Customers customers;
    private final CustomerUsers users;

    LicensePages(Licenses licenses, Subscriptions subscriptions, Customers customers, CustomerUsers users) {
        this.licenses = licenses;
        this.subscriptions = subscriptions;
        this.customers = customers;
        this.users = users;
    }

    record LicenseForm(
            @Nullable List<SubscriptionId> shown, @Nullable List<SubscriptionId> wanted) {
        static final LicenseForm EMPTY = new LicenseForm(null, null);
    }

    @GetMapping
    String show(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @PathVariable MembershipId user,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        page.addAttribute("licenseForm", LicenseForm.EMPTY);
        return filled(viewer, relationship, user, Cursor.parse(after, 2).orElse(null), page);
    }

    private String filled(
            Viewer viewer, RelationshipId relationship, MembershipId user, @Nullable Cursor cursor, Model page) {
        page.addAttribute("customer", customers.get(viewer, relationship));
        page.addAttribute("user", users.get(viewer, relationship, user));
        page.addAttribute("slice", subscriptions.list(viewer, relationship, cursor));
        page.addAttribute("assigned", licenses.of(viewer, relationship, user));
        page.addAttribute("first", cursor == null);
        page.addAttribute("base", licenses.address(relationship, user) + "?");
        return "subscription/licenses";
    }

    @PostMapping
    String assign(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            @PathVariable MembershipId user,
            @ModelAttribute LicenseForm licenseForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        var shown = licenseForm.shown() == null ? List.<SubscriptionId>of() : licenseForm.shown();
        var wanted = licenseForm.wanted() == null ? List.<SubscriptionId>of() : licenseForm.wanted();
        if (!Forms.accepted(problems, () -> licenses.assign(viewer, relationship, user, shown, wanted))) {
            return Forms.again(response, filled(viewer, relationship, user, null, page));
        }
        Forms.done(after, "subscription.done.licenses");
        return "redirect:" + licenses.address(relationship, user);
    }
}
